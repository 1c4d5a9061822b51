// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import static dev.athanor.sql.Sql.delete;
import static dev.athanor.sql.Sql.excluded;
import static dev.athanor.sql.Sql.insert;
import static dev.athanor.sql.Sql.param;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static dev.athanor.sql.Sql.update;
import static dev.athanor.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.athanor.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Inserts, updates and deletes. */
class ChangeTest extends Database {
    static final class Tags extends Table {
        final NumberColumn<Integer> id = key(integer("id"));
        final TextColumn name = text("name");
        final NumberColumn<Integer> uses = integer("uses");
        final TextColumn note = text("note");
        final NumberColumn<Integer> parentId = integer("parent_id");

        Tags(String alias) {
            super("tags", alias);
        }
    }

    private final Tags t = new Tags("t");

    @Override
    void create(TestDatabase fresh) throws SQLException {
        fresh.execute("""
                create table tags (id int generated always as identity primary key, name text not null unique,
                  uses int not null default 1, note text, parent_id int references tags);
                create unique index on tags (lower(name));
                create unique index living on tags (note) where uses > 0;
                insert into tags (name, uses, note) values ('java', 3, 'a'), ('sql', 1, null);
                """);
    }

    private record Draft(String name, @Nullable String note) {}

    private record Added(Integer id, String name) {}

    @Test
    void rowsAreInserted() {
        shown(insert(t)
                        .set(t.name, "jpa")
                        .set(t.uses, value(1).plus(1))
                        .setNull(t.note)
                        .setNullable(t.parentId, 1))
                .sql("insert into tags as t (name, uses, note, parent_id) values (?, ? + ?, ?, ?)")
                .binds("jpa", 1, 1, null, 1)
                .touches(1);
        List<Draft> drafts = List.of(new Draft("cdi", null), new Draft("ejb", "old"));
        Returning<Added> added = insert(t)
                .rows(drafts, (row, draft) -> row.set(t.name, draft.name()).setNullable(t.note, draft.note()))
                .row(row -> row.set(t.name, "jms").set(t.uses, 9))
                .returning(Added.class, t.id, t.name);
        shown(added)
                .sql("insert into tags as t (name, note, uses) values (?, ?, default), (?, ?, default), (?, default, ?)"
                        + " returning t.id, t.name")
                .binds("cdi", null, "ejb", "old", "jms", 9)
                .rows("Added[id=4, name=cdi]", "Added[id=5, name=ejb]", "Added[id=6, name=jms]");
        shown(selectValue(t.uses).where(t.name.in(List.of("cdi", "jms"))).orderBy(t.id.asc()))
                .rows("1", "9");
    }

    @Test
    void rowsOfAQueryAreInserted() {
        shown(insert(t).from(select(t.name.concat("2"), t.uses).where(t.uses.gt(1)), t.name, t.uses))
                .sql("insert into tags as t (name, uses) select t.name || ?, t.uses from tags as t where t.uses > ?")
                .binds("2", 1)
                .touches(1);
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> insert(t).from(select(t.name), t.name, t.uses))
                .withMessageContaining("2 columns");
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> insert(t).from(select(t.name), t.uses))
                .withMessageContainingAll("\"uses\" is of type integer as Integer", "String");
    }

    @Test
    void generatedKeysCanBeOverridden() {
        shown(insert(t).set(t.id, 77).set(t.name, "x").overridingSystemValue().returningValue(t.id))
                .sql("insert into tags as t (id, name) overriding system value values (?, ?) returning t.id")
                .rows("77");
        shown(insert(t)).sql("insert into tags as t default values");
    }

    @Test
    void rowsThatAreThereAreLeftAlone() {
        shown(insert(t).set(t.name, "java").onConflict(t.name).doNothing())
                .sql("insert into tags as t (name) values (?) on conflict (name) do nothing")
                .touches(0);
        shown(insert(t).set(t.name, "java").onConflict().doNothing())
                .sql("insert into tags as t (name) values (?) on conflict do nothing")
                .touches(0);
        shown(insert(t).set(t.name, "java").onConstraint("tags_name_key").doNothing())
                .sql("insert into tags as t (name) values (?) on conflict on constraint tags_name_key do nothing")
                .touches(0);
    }

    @Test
    void rowsThatAreThereAreUpdated() {
        shown(insert(t)
                        .set(t.name, "java")
                        .set(t.uses, 2)
                        .onConflict(t.name)
                        .doUpdate(row -> row.set(t.uses, t.uses.plus(excluded(t.uses))), t.uses.lt(100))
                        .returning(t.name, t.uses))
                .sql("insert into tags as t (name, uses) values (?, ?) on conflict (name)"
                        + " do update set uses = t.uses + excluded.uses where t.uses < ? returning t.name, t.uses")
                .binds("java", 2, 100)
                .rows("java, 5");
        shown(insert(t)
                        .set(t.name, "java")
                        .set(t.note, "new")
                        .onConflict(t.name)
                        .doUpdate(row -> row.setExcluded(t.note, t.uses))
                        .returning(t))
                .sql("insert into tags as t (name, note) values (?, ?) on conflict (name)"
                        + " do update set note = excluded.note, uses = excluded.uses"
                        + " returning t.id, t.name, t.uses, t.note, t.parent_id")
                .rows("1, java, 1, new, null");
        queries.execute(update(t).set(t.note, "a").where(t.name.eq("java")));
        shown(insert(t)
                        .set(t.name, "JAVA")
                        .onConflict(t.name.lower())
                        .doUpdate(row -> row.set(t.name, excluded(t.name)))
                        .returning(t.id, t.name))
                .sql("insert into tags as t (name) values (?) on conflict ((lower(name)))"
                        + " do update set name = excluded.name returning t.id, t.name")
                .rows("1, JAVA");
        shown(insert(t)
                        .set(t.name, "other")
                        .set(t.note, "a")
                        .onConflict(t.note)
                        .indexWhere(t.uses.gt(Sql.inline(0)))
                        .doUpdate(row -> row.set(t.note, excluded(t.note).concat("!")))
                        .returning(t.id, t.note))
                .sql("insert into tags as t (name, note) values (?, ?) on conflict (note) where uses > 0"
                        + " do update set note = excluded.note || ? returning t.id, t.note")
                .rows("1, a!");
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> insert(t).onConflict().doUpdate(row -> row.set(t.uses, 1)))
                .withMessageContaining("onConflict(…)");
    }

    @Test
    void rowsAreUpdated() {
        shown(update(t)
                        .set(t.uses, t.uses.plus(1))
                        .setNull(t.note)
                        .where(t.name.eq("java"))
                        .returning(t.uses, t.note))
                .sql("update tags as t set uses = t.uses + ?, note = ? where t.name = ? returning t.uses, t.note")
                .binds(1, null, "java")
                .rows("4, null");
        shown(update(t).setDefault(t.uses))
                .sql("update tags as t set uses = default")
                .touches(2);
    }

    @Test
    void rowsAreUpdatedFromOthersOfTheSameTable() {
        Tags other = new Tags("other");
        shown(update(t)
                        .set(t.uses, other.uses)
                        .setNullable(t.note, null)
                        .from(other)
                        .where(other.id.eq(t.id.minus(1)))
                        .returning(t.name, t.uses, other.name))
                .sql("update tags as t set uses = other.uses, note = ? from tags as other where other.id = t.id - ?"
                        + " returning t.name, t.uses, other.name")
                .rows("sql, 3, java");
        shown(update(t)
                        .set(
                                t.uses,
                                selectValue(other.uses.plus(10))
                                        .where(other.name.eq("java"))
                                        .asScalar())
                        .where(t.name.eq("sql")))
                .sql("update tags as t set uses = (select other.uses + ? from tags as other where other.name = ?)"
                        + " where t.name = ?")
                .touches(1);
    }

    @Test
    void rowsAreDeleted() {
        Tags other = new Tags("other");
        shown(delete(t)
                        .using(other)
                        .where(t.id.gt(other.id), other.name.eq("java"))
                        .returningValue(t.name))
                .sql(
                        "delete from tags as t using tags as other where t.id > other.id and other.name = ? returning t.name")
                .rows("sql");
        shown(delete(t)).sql("delete from tags as t").touches(1);
    }

    @Test
    void aBatchRunsOneStatementManyTimes() {
        Insert insert = insert(t).set(t.name, param("name", SqlTypes.TEXT)).set(t.note, param("note", SqlTypes.TEXT));
        List<Map<String, String>> rows = IntStream.range(0, 1_000)
                .mapToObj(i -> Map.of("name", "tag" + i, "note", "note" + i))
                .toList();
        assertThat(queries.batch(insert, rows)).hasSize(1_000).containsOnly(1L);
        assertThat(queries.batch(insert, List.of())).isEmpty();
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> queries.batch(insert, List.of(Map.of("name", "tag7", "note", "x"))))
                .satisfies(error -> {
                    assertThat(error.code()).isEqualTo(SqlError.CONSTRAINT_VIOLATED);
                    assertThat(error.sqlState()).contains("23505");
                    assertThat(error.getMessage()).contains("tags_name_key").doesNotContain("tag7");
                });
    }

    @Test
    void changesThatCannotBeMeantAreRefused() {
        Tags other = new Tags("other");
        assertRefused(() -> insert(t).set(other.name, "x"), "\"other\".\"name\"");
        assertRefused(() -> insert(t).set(t.name, "x").set(t.name, "y"), "\"name\" is set twice");
        assertRefused(() -> insert(t).set(t.name, ChangeTest.<String>nothing()), "setNull(…)");
        assertRefused(() -> insert(t).rows(List.of(), (row, draft) -> row.setDefault(t.id)), "isEmpty()");
        assertRefused(() -> insert(t).row(row -> {}).row(row -> {}).sql(), "setDefault(…)");
        assertRefused(() -> update(t).where(t.id.eq(1)).sql(), "nothing is set");
        assertRefused(() -> update(t).set(t.uses, 1).from(other).sql(), "nothing connects the sources [other, t]");
        assertRefused(() -> delete(t).using(other).where(t.id.eq(1)).sql(), "nothing connects");
        assertRefused(() -> update(t).set(t.uses, Aggregates.max(t.uses)).sql(), "set(…)");
        assertRefused(() -> update(t).set(t.uses, 1).where(other.id.eq(1)).sql(), "\"other\" is not a source");
        assertRefused(() -> Sql.excluded(t.uses.plus(1)), "excluded(…)");
        assertRefused(() -> select(excluded(t.uses)).from(t).sql(), "\"excluded\" is not a source");
    }

    private static void assertRefused(ThrowingCallable step, String message) {
        assertThatExceptionOfType(SqlException.class).isThrownBy(step).withMessageContaining(message);
    }

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // as a caller without checks may
    private static <T> T nothing() {
        return null;
    }
}
