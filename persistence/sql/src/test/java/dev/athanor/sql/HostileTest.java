// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import static dev.athanor.sql.Aggregates.count;
import static dev.athanor.sql.Functions.func;
import static dev.athanor.sql.Functions.jsonObject;
import static dev.athanor.sql.Sql.inline;
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
import org.junit.jupiter.api.Test;

/** Texts that want to be SQL, wherever a caller may give a text. */
class HostileTest extends Database {
    private static final class Victims extends Table {
        final NumberColumn<Integer> id = integer("id");
        final TextColumn name = text("name");
        final JsonColumn<String> json = jsonb("json");
        final ArrayColumn<String> tags = array("tags", SqlTypes.TEXT);

        Victims(String alias) {
            super("victims", alias);
        }
    }

    private final Victims v = new Victims("v");

    private static final List<String> HOSTILE = List.of(
            "'; drop table victims; --",
            "\"; drop table victims; --",
            "' or '1' = '1",
            "\\'; drop table victims; --",
            "\\",
            "'",
            "''",
            "\"",
            "\"\"",
            "?",
            "??",
            "$1",
            ":name",
            "{}",
            "{fn now()}",
            "${jndi:ldap://x}",
            "%",
            "_",
            "$$; drop table victims; $$",
            "E'\\x27'",
            "/* */ --",
            "a\nb\r\tc",
            "\u0001\u001f",
            "caf\u00e9 \u00df \u0130 \u2028",
            "\uD83D\uDE00\uD83D\uDE00",
            "\u202e\u200b",
            "null",
            "select");

    @Override
    void create(TestDatabase fresh) throws SQLException {
        fresh.execute("""
                create table victims (id int, name text, json jsonb, tags text[]);
                insert into victims values (1, 'one', '{"k": 1}', '{a}'), (2, 'two', null, null)
                """);
    }

    @Test
    void asValues() {
        for (String text : HOSTILE) {
            asValue(text);
            assertThat(queries.list(selectValue(count()).from(v))).as(text).containsExactly(2L);
        }
    }

    private void asValue(String text) {
        assertThat(queries.list(selectValue(v.id).where(v.name.eq(text)))).isEmpty();
        assertThat(queries.list(selectValue(v.id).where(v.name.in(List.of(text, "two")))))
                .containsExactly(2);
        assertThat(queries.one(selectValue(value(text)))).isEqualTo(text);
        assertThat(queries.one(selectValue(inline(text)))).isEqualTo(text);
        assertThat(queries.one(selectValue(param("p", SqlTypes.TEXT)).bind("p", text)))
                .isEqualTo(text);
        assertThat(queries.one(selectValue(func("concat", SqlTypes.TEXT, text, text))))
                .isEqualTo(text + text);
        assertThat(queries.one(selectValue(Sql.text(SqlTypes.TEXT, "{} || {}", text, value("!")))))
                .isEqualTo(text + "!");
        assertThat(queries.one(update(v)
                        .set(v.name, text)
                        .set(v.tags, List.of(text))
                        .where(v.id.eq(2))
                        .returning(v.name, v.tags)))
                .satisfies(row -> {
                    assertThat(row.get(v.name)).isEqualTo(text);
                    assertThat(row.get(v.tags)).containsExactly(text);
                });
        for (Condition found :
                List.of(v.name.startsWith(text), v.name.endsWith(text), v.name.contains(text), v.tags.has(text))) {
            assertThat(queries.list(selectValue(v.id).where(found))).as(text).containsExactly(2);
        }
        queries.execute(update(v).set(v.name, "two").setNull(v.tags).where(v.id.eq(2)));
    }

    @Test
    void asKeysOfJson() {
        for (String text : HOSTILE) {
            asKeyOfJson(text);
            assertThat(queries.list(selectValue(count()).from(v))).as(text).containsExactly(2L);
        }
    }

    private void asKeyOfJson(String text) {
        assertThat(queries.list(selectValue(v.json.text(text)).where(v.id.eq(1))))
                .containsOnlyNulls();
        assertThat(queries.list(selectValue(v.json.textAt(text, text)).where(v.id.eq(1))))
                .containsOnlyNulls();
        assertThat(queries.list(selectValue(v.id).where(v.json.hasAnyKey(text, "k"))))
                .containsExactly(1);
        assertThat(queries.one(selectValue(jsonObject(text, text).text(text)))).isEqualTo(text);
    }

    @Test
    void asNames() throws SQLException {
        for (String text : HOSTILE) {
            asName(text);
            assertThat(queries.list(selectValue(count()).from(v))).as(text).containsExactly(2L);
        }
    }

    private void asName(String text) throws SQLException {
        NumberExpr<Integer> label = v.id.plus(0).as(text);
        assertThat(queries.list(selectValue(label).orderBy(label.desc()))).containsExactly(2, 1);
        Victims alias = new Victims(text);
        assertThat(queries.list(selectValue(alias.id).where(alias.name.eq("two"))))
                .containsExactly(2);
        Derived derived = select(label).from(v).asTable(text);
        assertThat(queries.list(selectValue(derived.get(label))
                        .from(derived)
                        .where(derived.get(label).gt(1))))
                .containsExactly(2);
        CommonTable common = select(label).from(v).asCommonTable(text);
        assertThat(queries.list(selectValue(count()).from(common))).containsExactly(2L);
        Windowing window = Windows.orderBy(v.id.asc()).as(text);
        assertThat(queries.list(
                        selectValue(Windows.rowNumber().over(window)).from(v).window(window)))
                .containsExactly(1L, 2L);
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> queries.list(
                        selectValue(v.id).orderBy(v.name.collate(text).asc())));
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() ->
                        queries.list(selectValue(func(text, SqlTypes.TEXT, 1).eq("x"))));
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> queries.execute(
                        insert(v).set(v.id, 1).onConstraint(text).doNothing()));
        try (java.sql.Statement quoted = connection.createStatement()) {
            quoted.execute("create temporary table own (\"" + text.replace("\"", "\"\"") + "\" int)");
        }
        Own own = new Own(text);
        assertThat(queries.one(insert(own).set(own.column, 7).returningValue(own.column)))
                .as(text)
                .isEqualTo(7);
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.execute("drop table own");
        }
    }

    /** A table whose column has whatever name. */
    private static final class Own extends Table {
        final NumberColumn<Integer> column;

        Own(String name) {
            super("own", "own");
            column = integer(name);
        }
    }
}
