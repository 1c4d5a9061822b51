// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.hybrid;

import static dev.athanor.sql.Sql.inline;
import static dev.athanor.sql.Sql.selectValue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.sql.Expr;
import dev.athanor.sql.SqlTypes;
import java.lang.reflect.Modifier;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The database takes every form for immutable, and keeps it as a column. */
class GeneratedColumnTest extends Comparing {
    private final Facts facts = new Facts();
    private final Set<String> functions = new TreeSet<>();
    private final List<String> refused = new ArrayList<>();

    @Test
    void formsOfTextsAreImmutable() throws SQLException {
        create();
        keep("length", JavaText.length(facts.text));
        keep("isEmpty", JavaText.isEmpty(facts.text));
        keep("isBlank", JavaText.isBlank(facts.text));
        keep("strip", JavaText.strip(facts.text));
        keep("stripLeading", JavaText.stripLeading(facts.text));
        keep("stripTrailing", JavaText.stripTrailing(facts.text));
        keep("trim", JavaText.trim(facts.text));
        keep("toLowerCase", JavaText.toLowerCase(facts.text));
        keep("toUpperCase", JavaText.toUpperCase(facts.text));
        keep("indexOf", JavaText.indexOf(facts.text, facts.other));
        keep("lastIndexOf", JavaText.lastIndexOf(facts.text, facts.other));
        keep("substring", JavaText.substring(facts.text, facts.whole));
        keep("substring", JavaText.substring(facts.text, inline(1), facts.whole));
        keep("contains", JavaText.contains(facts.text, facts.other));
        keep("contains", JavaText.contains(facts.text, inline("%")));
        keep("startsWith", JavaText.startsWith(facts.text, facts.other));
        keep("endsWith", JavaText.endsWith(facts.text, facts.other));
        keep("endsWith", JavaText.endsWith(facts.text, inline("_")));
        keep("replace", JavaText.replace(facts.text, facts.other, facts.text));
        keep("replace", JavaText.replace(facts.text, inline(""), inline("-")));
        keep("repeat", JavaText.repeat(facts.text, facts.whole));
        keep("concat", JavaText.concat(facts.text, inline(" "), facts.other));
        keep("join", JavaText.join(inline(", "), facts.text, facts.other));
        keep("inOrder", JavaText.inOrder(facts.text));
        keep("text", JavaText.text(facts.longer));
        keep("text", JavaText.text(facts.big));
        keep("text", JavaText.text(facts.flag));
        keep("text", JavaText.text(facts.uuid));
        keep("text", JavaText.text(facts.date));
        keep("plainText", JavaText.plainText(facts.decimal));
        keep("name", JavaText.name(facts.namedMood));
        keep("name", JavaText.name(facts.numberedMood));
        keep("name", JavaText.name(facts.nativeMood));
        keep("ordinal", JavaText.ordinal(facts.namedMood));
        keep("ordinal", JavaText.ordinal(facts.numberedMood));
        keep("ordinal", JavaText.ordinal(facts.nativeMood));
        assertThat(refused).isEmpty();
        assertThat(functions).isEqualTo(functionsOf(JavaText.class));
    }

    @Test
    void comparisonsAreImmutable() throws SQLException {
        create();
        keep("equal", JavaLogic.equal(facts.text, facts.other));
        keep("equal", JavaLogic.equal(facts.decimal, facts.amount));
        keep("same", JavaLogic.same(facts.at, facts.at));
        keep("same", JavaLogic.same(facts.amount, facts.decimal));
        assertThat(refused).isEmpty();
        assertThat(functions).isEqualTo(functionsOf(JavaLogic.class));
    }

    @Test
    void whatIsNotImmutableWouldBeNoticed() throws SQLException {
        create();
        keep("as text", facts.nativeMood.asText());
        keep("of the session", facts.at.year());
        keep("text of a date", facts.date.cast(SqlTypes.TEXT));
        assertThat(refused).hasSize(3).allMatch(message -> message.contains("generation expression is not immutable"));
    }

    private void create() throws SQLException {
        execute(Facts.DDL);
    }

    private void keep(String function, Expr<?> form) {
        functions.add(function);
        String select = selectValue(form).from(facts).sql();
        String sql = select.substring("select ".length(), select.lastIndexOf(" from \"facts\""));
        try {
            execute("alter table facts add column \"" + functions.size() + function + sql.hashCode() + "\" "
                    + form.type().name() + " generated always as (" + sql + ") stored");
        } catch (SQLException e) {
            refused.add(e.getMessage() + ": " + sql);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Set<String> functionsOf(Class<?> type) {
        return Stream.of(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .map(method -> method.getName())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
