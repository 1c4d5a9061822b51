// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static dev.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.orm.press.QSample;
import dev.athanor.orm.press.Sample;
import dev.athanor.sql.Expr;
import dev.athanor.sql.Order;
import dev.athanor.sql.Select;
import dev.athanor.sql.tree.Ordering;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Pages by place in random orders of random rows. */
class PageFuzzTest extends SessionTest {
    private final QSample s = QSample.as("s");

    @Test
    void allPagesAreAllRowsWhateverTheOrder() {
        insert(new Random(1), 60);
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            int size = 1 + random.nextInt(25);
            Select<Sample> samples = select(s).orderBy(orders(random));
            read(session -> {
                List<Ordering> order = samples.command().parts().tail().orderBy();
                boolean descending =
                        !order.isEmpty() && order.get(order.size() - 1).descending();
                List<UUID> all = ids(session.list(samples.orderBy(descending ? s.id.desc() : s.id.asc())));
                List<UUID> forward = new ArrayList<>();
                session.pages(samples, size).forEach(page -> forward.addAll(ids(page)));
                List<UUID> backward = new ArrayList<>();
                KeysetPage<Sample> page = session.page(samples, Keyset.last(size));
                backward.addAll(0, ids(page));
                while (page.previous().isPresent()) {
                    page = session.page(samples, Keyset.at(page.previous().get(), size));
                    backward.addAll(0, ids(page));
                }

                assertThat(all).hasSize(60).doesNotHaveDuplicates();
                assertThat(forward).as("%s", samples).isEqualTo(all);
                assertThat(backward).as("%s", samples).isEqualTo(all);
                return true;
            });
        }
    }

    @Test
    void whatIsThereThroughoutIsSeenOnceWhateverHappensBetweenPages() {
        insert(new Random(2), 40);
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            Select<Sample> samples = select(s).orderBy(orders(random));
            Set<UUID> throughout = new HashSet<>();
            read(session -> throughout.addAll(ids(session.list(samples))));
            boolean forward = random.nextBoolean();
            List<UUID> seen = new ArrayList<>();
            Optional<String> cursor = Optional.empty();
            do {
                Keyset keyset =
                        cursor.map(there -> Keyset.at(there, 7)).orElse(forward ? Keyset.first(7) : Keyset.last(7));
                KeysetPage<Sample> page = read(session -> session.page(samples, keyset));
                seen.addAll(ids(page));
                cursor = forward ? page.next() : page.previous();
                UUID deleted = new ArrayList<>(throughout).get(random.nextInt(throughout.size()));
                throughout.remove(deleted);
                execute("delete from sample where id = '" + deleted + "'");
                insert(random, 2);
            } while (cursor.isPresent());

            assertThat(seen).as("%s", samples).doesNotHaveDuplicates().containsAll(throughout);
            execute("delete from sample");
            insert(random, 40);
        }
    }

    private static List<UUID> ids(KeysetPage<Sample> page) {
        return ids(page.items());
    }

    private static List<UUID> ids(List<Sample> samples) {
        return samples.stream().map(sample -> sample.id).toList();
    }

    private Order[] orders(Random random) {
        List<Expr<?>> expressions = new ArrayList<>(List.of(
                s.whole,
                s.half,
                s.amount,
                s.maybe,
                s.text,
                s.day,
                s.atZone,
                s.status,
                s.other,
                s.text.lower(),
                s.small));
        Collections.shuffle(expressions, random);
        return expressions.stream()
                .limit(random.nextInt(4))
                .map(expression -> order(expression, random))
                .toArray(Order[]::new);
    }

    private static Order order(Expr<?> expression, Random random) {
        Order order = random.nextBoolean() ? expression.asc() : expression.desc();
        return switch (random.nextInt(3)) {
            case 0 -> order.nullsFirst();
            case 1 -> order.nullsLast();
            default -> order;
        };
    }

    private void insert(Random random, int rows) {
        StringBuilder sql = new StringBuilder();
        for (int i = 0; i < rows; i++) {
            sql.append("insert into sample (id, small, fraction, flag, letter, whole, half, amount, maybe, text,")
                    .append(" \"Day\", at_zone, status, other) values ('")
                    .append(new UUID(random.nextLong(), random.nextLong()))
                    .append("', ")
                    .append(random.nextInt(3))
                    .append(", 0, true, 'x', ")
                    .append(Stream.of(
                                    List.of("null", "1", "2"),
                                    List.of("null", "0.1", "'NaN'", "-1e-30"),
                                    List.of("null", "1.10", "2.20"),
                                    List.of("null", "true", "false"),
                                    List.of("null", "'a'", "'B'", "'b'", "'é \"\\'", "''"),
                                    List.of("null", "'2026-01-01'", "'infinity'", "'0044-03-15 BC'"),
                                    List.of("null", "'2026-01-01 10:00:00.123456+02'", "'-infinity'"),
                                    List.of("null", "'DRAFT'", "'PUBLISHED'"),
                                    List.of("null", "'00000000-0000-0000-0000-000000000001'"))
                            .map(values -> values.get(random.nextInt(values.size())))
                            .reduce((one, other) -> one + ", " + other)
                            .orElseThrow())
                    .append(");");
        }
        execute(sql.toString());
    }
}
