// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.orm.bulk.RowMapping;
import dev.athanor.orm.press.Parcel;
import dev.athanor.orm.press.QAuthor;
import dev.athanor.orm.press.QParcel;
import dev.athanor.sql.NumberColumn;
import dev.athanor.sql.Table;
import dev.athanor.sql.TextColumn;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Rows whose values are known before are copied, although the values are asked for. */
class BulkForeseenTest extends SessionTest {
    private final QAuthor a = QAuthor.as("a");
    private final QParcel p = QParcel.as("p");
    private final RowMapping<String> parcels = RowMapping.of(String.class, p).set(p.label, label -> label);

    /** A table whose keys are of a default, and are no entity's. */
    private static final class Notes extends Table {
        final NumberColumn<Integer> id = key(integer("id"));
        final TextColumn text = text("text");

        Notes() {
            super("note", "n");
        }
    }

    private static List<String> texts(int count) {
        return IntStream.range(0, count).mapToObj(i -> "text " + i).toList();
    }

    private static long inserts() {
        return statements().stream().filter(sql -> sql.startsWith("insert")).count();
    }

    @Test
    void keysOfIdentitiesAreAskedOfTheirSequence() {
        forgetStatements();
        List<Long> keys = sessions.<List<Long>, RuntimeException>transactionResult(session ->
                session.bulk().insertReturning(p.id, parcels, texts(500)).values());

        assertThat(inserts()).isZero();
        assertThat(statements())
                .filteredOn(sql -> sql.startsWith("select nextval"))
                .hasSize(1);
        Map<Long, String> labels = this.<List<Parcel>>read(session -> session.list(select(p))).stream()
                .collect(Collectors.toMap(Parcel::id, Parcel::label));
        assertThat(keys).doesNotHaveDuplicates().extracting(labels::get).isEqualTo(texts(500));
    }

    @Test
    void keysOfDefaultsAreAskedOfTheirSequence() {
        execute("create sequence \"Note numbers\" start 70 increment -2 maxvalue 70 minvalue -5000");
        execute("create table note (id integer primary key default nextval('\"Note numbers\"'), text text)");
        Notes n = new Notes();
        RowMapping<String> notes = RowMapping.of(String.class, n).set(n.text, text -> text);
        forgetStatements();
        List<Integer> keys = sessions.<List<Integer>, RuntimeException>transactionResult(session ->
                session.bulk().insertReturning(n.id, notes, texts(40)).values());

        assertThat(inserts()).isZero();
        assertThat(keys).startsWith(70, 68, 66).hasSize(40);
        assertThat(this.<List<Integer>>read(
                        session -> session.list(selectValue(n.id).orderBy(n.id.desc()))))
                .isEqualTo(keys);
    }

    @Test
    void keysThatAreGivenAreGivenBack() {
        RowMapping<Long> authors =
                RowMapping.of(Long.class, a).set(a.id, id -> id).set(a.name, id -> "Author " + id);
        List<Long> given = LongStream.range(1000, 1100).boxed().toList();
        forgetStatements();
        List<Long> keys = sessions.<List<Long>, RuntimeException>transactionResult(
                session -> session.bulk().insertReturning(a.id, authors, given).values());

        assertThat(inserts()).isZero();
        assertThat(keys).isEqualTo(given);
        assertThat(this.<Long>read(session -> session.count(select(a).where(a.id.ge(1000L)))))
                .isEqualTo(100);
    }

    @Test
    void keysThatATriggerChangesAreThoseOfTheRows() {
        execute("create function moved() returns trigger language plpgsql as"
                + " 'begin new.id = new.id + 5000; return new; end'");
        execute("create trigger move before insert on parcel for each row execute function moved()");
        List<Long> keys = sessions.<List<Long>, RuntimeException>transactionResult(session ->
                session.bulk().insertReturning(p.id, parcels, texts(100)).values());

        assertThat(this.<List<Long>>read(
                        session -> session.list(selectValue(p.id).orderBy(p.id.asc()))))
                .isEqualTo(keys)
                .allMatch(key -> key > 5000);
    }

    @Test
    void keysOfOtherDefaultsAreThoseOfTheRows() {
        execute("create sequence numbers");
        execute("create table note (id integer primary key default nextval('numbers') * 3, text text)");
        Notes n = new Notes();
        RowMapping<String> notes = RowMapping.of(String.class, n).set(n.text, text -> text);
        List<Integer> keys = sessions.<List<Integer>, RuntimeException>transactionResult(session ->
                session.bulk().insertReturning(n.id, notes, texts(40)).values());

        assertThat(keys).startsWith(3, 6, 9);
        assertThat(this.<List<Integer>>read(
                        session -> session.list(selectValue(n.id).orderBy(n.id.asc()))))
                .isEqualTo(keys);
    }
}
