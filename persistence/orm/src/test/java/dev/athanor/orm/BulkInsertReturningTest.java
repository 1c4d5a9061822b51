// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.bulk.BulkReturned;
import dev.athanor.orm.bulk.RowMapping;
import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.QParcel;
import dev.athanor.sql.Sql;
import dev.athanor.sql.SqlTypes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is given back of rows that are inserted in bulk. */
class BulkInsertReturningTest extends BulkInsertTests {
    private final QParcel p = QParcel.as("p");

    @Test
    void valuesComeInTheOrderOfTheRowsWhateverTheDatabaseComputes() {
        execute("create function scrambled() returns trigger language plpgsql as"
                + " 'begin new.label = md5(new.label); return new; end'");
        execute("create trigger scramble before insert on parcel for each row execute function scrambled()");
        List<String> given = new ArrayList<>(
                IntStream.range(0, 20_000).mapToObj(Integer::toString).toList());
        Collections.shuffle(given, new Random(42));

        BulkReturned<String> labels = written(session -> session.bulk()
                .chunksOf(7_000)
                .insertReturning(p.label, RowMapping.of(String.class, p).set(p.label, s -> s), given));

        List<String> hashes = this.<List<String>>read(
                session -> session.list(selectValue(p.label).orderBy(p.id.asc())));
        assertThat(labels.values()).isEqualTo(hashes);
        assertThat(labels.values().get(17)).isEqualTo(md5(given.get(17)));
        assertThat(labels.values().get(19_999)).isEqualTo(md5(given.get(19_999)));
    }

    private String md5(String text) {
        return this.<String>read(session -> session.one(selectValue(Sql.text(SqlTypes.TEXT, "md5({})", text))));
    }

    @Test
    void rowsThatATriggerKeepsOutAreNoticed() {
        execute("create function kept_out() returns trigger language plpgsql as 'begin return null; end'");
        execute("create trigger keep before insert on parcel for each row when (new.label = 'b') execute function"
                + " kept_out()");
        RowMapping<String> mapping = RowMapping.of(String.class, p).set(p.label, s -> s);

        assertThatThrownBy(() -> written(session -> session.bulk().insertReturning(p.id, mapping, List.of("a", "b"))))
                .isInstanceOfSatisfying(
                        OrmException.class, e -> assertThat(e.code()).isEqualTo(OrmError.BULK_UNSUPPORTED));
        written(session -> session.bulk().insert(mapping, List.of("a", "b")));
        assertThat(this.<Long>read(session -> session.count(select(p)))).isEqualTo(1);
    }

    @Test
    void insertedRowsComeBackAsEntities() {
        sessions.transaction(session -> {
            BulkReturned<Author> authors = session.bulk().insertReturning(a, lines, lines(50));
            assertThat(authors.values())
                    .extracting(Author::name)
                    .containsExactlyElementsOf(
                            lines(50).stream().map(Line::name).toList());
            assertThat(authors.values()).allMatch(session::contains);
            authors.values().get(3).rename("changed");
        });
        assertThat(names().get(3)).isEqualTo("changed");
    }
}
