// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static dev.athanor.sql.Sql.exists;
import static dev.athanor.sql.Sql.notExists;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static dev.athanor.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.orm.press.QArticle;
import dev.athanor.orm.press.QAuthor;
import dev.athanor.orm.press.QComment;
import dev.athanor.orm.press.QReview;
import dev.athanor.orm.press.Status;
import dev.athanor.sql.Aggregates;
import dev.athanor.sql.Condition;
import dev.athanor.sql.EntityTable;
import dev.athanor.sql.Expr;
import dev.athanor.sql.NumberExpr;
import dev.athanor.sql.Query;
import dev.athanor.sql.Related;
import dev.athanor.sql.Row;
import dev.athanor.sql.Select;
import dev.athanor.sql.SqlTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Statements by chance give with filters what they give without, where the rows are not there at all. */
class FilteredStatementsTest extends SessionTest {
    private static final int STATEMENTS = 400;

    private static final SessionSettings FILTERED = SessionSettings.standard()
            .filters(
                    EntityFilter.of("published", QArticle::as, a -> a.status.eq(Status.PUBLISHED)),
                    EntityFilter.of("known", QAuthor::as, () -> 3L, (a, id) -> a.id.mod(id)
                            .ne(0L)),
                    EntityFilter.of("good", QComment::as, c -> c.text.ne("bad").or(c.text.isNull())));

    private static final String HIDDEN = "set session_replication_role = replica;"
            + "delete from article where status <> 'PUBLISHED';"
            + "delete from author where id % 3 = 0;"
            + "delete from comment where text = 'bad';"
            + "set session_replication_role = origin";

    @Test
    @InJavaSe
    void statementsSeeWhatFiltersLetThem() {
        fill(new Random(7));
        List<List<String>> filtered = results(SessionFactory.of(factory(), FILTERED));
        List<Long> touched = updates(SessionFactory.of(factory(), FILTERED));
        List<List<String>> unfiltered = results(sessions);
        execute(HIDDEN);
        factory().getCache().evictAll();
        List<List<String>> gone = results(sessions);

        int changed = 0;
        for (int seed = 0; seed < STATEMENTS; seed++) {
            assertThat(filtered.get(seed))
                    .as("%s: %s", seed, new Statements(seed).query())
                    .isEqualTo(gone.get(seed));
            changed += unfiltered.get(seed).equals(gone.get(seed)) ? 0 : 1;
        }
        assertThat(changed).isGreaterThan(STATEMENTS / 2);
        assertThat(touched).isEqualTo(updates(sessions));
    }

    private static List<List<String>> results(SessionFactory factory) {
        List<List<String>> results = new ArrayList<>();
        for (int seed = 0; seed < STATEMENTS; seed++) {
            Query<Row> query = new Statements(seed).query();
            results.add(factory.read(session -> {
                List<String> rows = new ArrayList<>(
                        session.list(query).stream().map(Row::toString).sorted().toList());
                rows.add("count " + session.count(query));
                return rows;
            }));
        }
        return results;
    }

    private static List<Long> updates(SessionFactory factory) {
        List<Long> touched = new ArrayList<>();
        for (int seed = 0; seed < STATEMENTS / 10; seed++) {
            Statements statements = new Statements(seed);
            QArticle art = QArticle.as("target");
            touched.add(factory.transactionResult(session -> session.execute(
                    update(art).set(art.title, "x").where(statements.condition(List.of(art.id, art.author.id))))));
        }
        return touched;
    }

    private void fill(Random random) {
        StringBuilder sql = new StringBuilder("delete from review; delete from comment;");
        for (int i = 5; i < 25; i++) {
            sql.append("insert into author (id, name, mentor_id) values (%d, 'n%d', %d);"
                    .formatted(i, i, 1 + random.nextInt(i - 1)));
            sql.append("insert into article (id, title, status, author_id) values (%d, 't', '%s', %d);"
                    .formatted(i + 10, random.nextBoolean() ? "DRAFT" : "PUBLISHED", 1 + random.nextInt(i)));
            sql.append("insert into comment values (%d, %s, %d, %d);"
                    .formatted(
                            i,
                            List.of("'bad'", "'good'", "null").get(random.nextInt(3)),
                            11 + random.nextInt(i - 1),
                            1 + random.nextInt(i)));
            sql.append("insert into review values (%d, %d, %d);"
                    .formatted(i, 11 + random.nextInt(i - 1), 1 + random.nextInt(i)));
        }
        execute(sql.toString());
    }

    /** Makes statements. */
    private static final class Statements {
        private final Random random;
        private int aliases;

        Statements(long seed) {
            random = new Random(seed);
        }

        Query<Row> query() {
            Select<Row> plain = joined(1 + random.nextInt(4));
            return switch (random.nextInt(4)) {
                case 0 -> {
                    var derived = plain.asTable("derived");
                    var first = SqlTypes.BIGINT.of(plain.selected().get(0).node());
                    yield select(derived.get(first)).from(derived);
                }
                case 1 -> {
                    var common = plain.asCommonTable("common");
                    var first = SqlTypes.BIGINT.of(plain.selected().get(0).node());
                    yield select(common.get(first)).from(common);
                }
                case 2 -> joined(1).unionAll(joined(1));
                default -> plain;
            };
        }

        private EntityTable<?> table(int kind) {
            String alias = "t" + aliases++;
            return switch (kind) {
                case 0 -> QAuthor.as(alias);
                case 1 -> QArticle.as(alias);
                case 2 -> QComment.as(alias);
                default -> QReview.as(alias);
            };
        }

        private static List<NumberExpr<Long>> numbers(EntityTable<?> table) {
            if (table instanceof QAuthor a) {
                return List.of(a.id, a.mentor.id);
            }
            if (table instanceof QArticle art) {
                return List.of(art.id, art.author.id);
            }
            return table instanceof QComment c
                    ? List.of(c.id, c.article.id, c.author.id)
                    : List.of(((QReview) table).id, ((QReview) table).article.id, ((QReview) table).reviewer.id);
        }

        private <T> T any(List<T> some) {
            return some.get(random.nextInt(some.size()));
        }

        private Select<Row> joined(int tables) {
            EntityTable<?> first = table(random.nextInt(4));
            List<NumberExpr<Long>> there = new ArrayList<>(numbers(first));
            List<Expr<?>> selected = new ArrayList<>(List.of(there.get(0).as("first")));
            List<EntityTable<?>> others = new ArrayList<>();
            List<Condition> conditions = new ArrayList<>();
            for (int i = 1; i < tables; i++) {
                EntityTable<?> next = table(random.nextInt(4));
                conditions.add(any(there).eq(any(numbers(next))));
                there.addAll(numbers(next));
                selected.add(numbers(next).get(0).as("other" + i));
                others.add(next);
            }
            selected.add(value(first).as("value"));
            Select<Row> query = select(selected.toArray(Expr<?>[]::new)).from(first);
            for (int i = 0; i < others.size(); i++) {
                query = switch (random.nextInt(6)) {
                    case 0, 1 -> query.join(others.get(i), conditions.get(i));
                    case 2 -> query.leftJoin(others.get(i), conditions.get(i));
                    case 3 -> query.rightJoin(others.get(i), conditions.get(i));
                    case 4 -> query.fullJoin(others.get(i), conditions.get(i));
                    default -> query.crossJoin(others.get(i));
                };
            }
            return random.nextBoolean() ? query.where(condition(there)) : query;
        }

        /** A value over a relation, or of a query, about rows of a table. */
        private NumberExpr<Long> value(EntityTable<?> table) {
            if (table instanceof QComment c) {
                QArticle article = QArticle.as("t" + aliases++);
                return Related.one(c.article, article, x -> x.author.id);
            }
            if (table instanceof QReview r) {
                QArticle article = QArticle.as("t" + aliases++);
                QAuthor author = QAuthor.as("t" + aliases++);
                return Related.one(r.article, article, x -> Related.one(x.author, author, y -> y.mentor.id));
            }
            if (table instanceof QArticle art) {
                QComment c = QComment.as("t" + aliases++);
                return random.nextBoolean()
                        ? Related.count(art.comments, c)
                        : selectValue(Aggregates.max(c.author.id))
                                .from(c)
                                .where(c.article.id.eq(art.id))
                                .asScalar(SqlTypes.BIGINT);
            }
            QAuthor a = (QAuthor) table;
            return Related.one(a.mentor, QAuthor.as("t" + aliases++), x -> x.mentor.id);
        }

        Condition condition(List<? extends NumberExpr<Long>> there) {
            EntityTable<?> other = table(random.nextInt(4));
            NumberExpr<Long> number = any(numbers(other));
            if (there.isEmpty()) {
                return exists(select(numbers(other).get(0)).from(other).where(number.gt(20L)));
            }
            NumberExpr<Long> own = any(there);
            return switch (random.nextInt(5)) {
                case 0 -> exists(select(numbers(other).get(0)).where(number.eq(own)));
                case 1 -> notExists(select(numbers(other).get(0)).where(number.eq(own)));
                case 2 -> own.in(selectValue(number).from(other).where(number.isNotNull()));
                case 3 ->
                    own.isNull().or(own.notIn(selectValue(number).from(other).where(number.isNotNull())));
                default -> own.isNull().or(own.gt(4L));
            };
        }
    }
}
