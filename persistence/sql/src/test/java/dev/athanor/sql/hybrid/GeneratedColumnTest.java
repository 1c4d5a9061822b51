// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.hybrid;

import static dev.athanor.sql.Sql.inline;
import static dev.athanor.sql.Sql.selectValue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.sql.Expr;
import dev.athanor.sql.NumberExpr;
import dev.athanor.sql.SqlTypes;
import dev.athanor.sql.TemporalExpr;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
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
    private int kept;

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
    void formsOfNumbersAreImmutable() throws SQLException {
        create();
        keep("abs", JavaNumber.abs(facts.whole));
        keep("negate", JavaNumber.negate(facts.amount));
        keep("max", JavaNumber.max(facts.amount, facts.decimal));
        keep("max", JavaNumber.max(facts.whole, inline(0)));
        keep("min", JavaNumber.min(facts.real, facts.real));
        keep("signum", JavaNumber.signum(facts.decimal));
        keep("compare", JavaNumber.compare(facts.longer, facts.longer));
        keep("floorDiv", JavaNumber.floorDiv(facts.whole, facts.whole));
        keep("floorDiv", JavaNumber.floorDiv(facts.whole, inline(7)));
        keep("floorMod", JavaNumber.floorMod(facts.longer, facts.longer));
        keep("floorMod", JavaNumber.floorMod(facts.whole, inline(7)));
        keep("round", JavaNumber.round(facts.real));
        keep("roundFloat", JavaNumber.roundFloat(facts.single));
        keep("floor", JavaNumber.floor(facts.real));
        keep("ceil", JavaNumber.ceil(facts.real));
        keep("sqrt", JavaNumber.sqrt(facts.real));
        keep("pow", JavaNumber.pow(facts.real, facts.real));
        for (NumberExpr<?> number :
                List.of(facts.whole, facts.longer, facts.big, facts.decimal, facts.single, facts.real)) {
            keep("toInteger", JavaNumber.toInteger(number));
            keep("toLong", JavaNumber.toLong(number));
            keep("toDouble", JavaNumber.toDouble(number));
            keep("toDecimal", JavaNumber.toDecimal(number));
        }
        for (RoundingMode mode : RoundingMode.values()) {
            keep("divide", JavaNumber.divide(facts.decimal, facts.amount, 2, mode));
            keep("setScale", JavaNumber.setScale(facts.amount, 2, mode));
        }
        keep("remainder", JavaNumber.remainder(facts.decimal, facts.amount));
        keep("remainder", JavaNumber.remainder(facts.decimal, inline(BigDecimal.TEN)));
        keep("stripTrailingZeros", JavaNumber.stripTrailingZeros(facts.amount));
        keep("movePoint", JavaNumber.movePoint(facts.amount, 3));
        keep("movePoint", JavaNumber.movePoint(facts.amount, -3));
        keep("pow", JavaNumber.pow(facts.amount, 0));
        keep("pow", JavaNumber.pow(facts.amount, 2));
        keep("pow", JavaNumber.pow(facts.amount, 9));
        keep("equal", JavaNumber.equal(facts.amount, facts.decimal));
        keep("scale", JavaNumber.scale(facts.amount));
        keep("toBigInteger", JavaNumber.toBigInteger(facts.amount));
        assertThat(refused).isEmpty();
        assertThat(functions).isEqualTo(functionsOf(JavaNumber.class));
    }

    @Test
    void formsOfTimesAreImmutable() throws SQLException {
        create();
        for (ChronoUnit unit : List.of(ChronoUnit.DAYS, ChronoUnit.WEEKS, ChronoUnit.MONTHS, ChronoUnit.YEARS)) {
            keepByUnit(facts.date, unit);
            keepByUnit(facts.local, unit);
            keepByUnit(facts.at, unit);
        }
        for (ChronoUnit unit : List.of(ChronoUnit.MILLIS, ChronoUnit.SECONDS, ChronoUnit.HOURS)) {
            keepByUnit(facts.local, unit);
            keepByUnit(facts.at, unit);
            keepByUnit(facts.instant, unit);
            keepByUnit(facts.time, unit);
            keep("in", JavaTime.in(unit, facts.length));
        }
        keep("periodYears", JavaTime.periodYears(facts.date, facts.until));
        keep("periodMonths", JavaTime.periodMonths(facts.date, facts.until));
        keep("periodDays", JavaTime.periodDays(facts.date, facts.until));
        keep("totalMonths", JavaTime.totalMonths(facts.date, facts.until));
        for (TemporalExpr<?> value : List.of(facts.local, facts.at, facts.instant, facts.time)) {
            keepOfTime(value);
        }
        for (TemporalExpr<?> value : List.of(facts.date, facts.local, facts.at, facts.instant)) {
            keep("field", JavaTime.field(value, ChronoField.YEAR));
            keep("toLocalDate", JavaTime.toLocalDate(value));
        }
        keep("lengthOfMonth", JavaTime.lengthOfMonth(facts.date));
        keep("isLeapYear", JavaTime.isLeapYear(facts.date));
        keep("withDayOfMonth", JavaTime.withDayOfMonth(facts.date, facts.whole));
        keep("atStartOfDay", JavaTime.atStartOfDay(facts.date));
        assertThat(refused).isEmpty();
        assertThat(functions).isEqualTo(functionsOf(JavaTime.class));
    }

    private <T> void keepByUnit(TemporalExpr<T> value, ChronoUnit unit) {
        keep("between", JavaTime.between(unit, value, value));
        keep("plus", JavaTime.plus(value, facts.longer, unit));
        keep("plus", JavaTime.plus(value, inline(3), unit));
        keep("minus", JavaTime.minus(value, facts.whole, unit));
    }

    private <T> void keepOfTime(TemporalExpr<T> value) {
        keep("duration", JavaTime.duration(value, value));
        keep("plus", JavaTime.plus(value, facts.length));
        keep("minus", JavaTime.minus(value, facts.length));
        keep("field", JavaTime.field(value, ChronoField.NANO_OF_SECOND));
        keep("toLocalTime", JavaTime.toLocalTime(value));
        keep("truncatedTo", JavaTime.truncatedTo(value, ChronoUnit.HOURS));
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
            execute("alter table facts add column column" + kept++ + " "
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
