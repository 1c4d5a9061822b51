// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.exercises;

import static dev.athanor.sql.Aggregates.arrayAgg;
import static dev.athanor.sql.Aggregates.count;
import static dev.athanor.sql.Aggregates.max;
import static dev.athanor.sql.Aggregates.min;
import static dev.athanor.sql.Functions.func;
import static dev.athanor.sql.Functions.interval;
import static dev.athanor.sql.Functions.when;
import static dev.athanor.sql.Sql.inline;
import static dev.athanor.sql.Sql.notExists;
import static dev.athanor.sql.Sql.param;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static dev.athanor.sql.Sql.text;
import static dev.athanor.sql.Tables.field;
import static dev.athanor.sql.Tables.generateSeries;
import static dev.athanor.sql.Tables.rowsOf;
import static dev.athanor.sql.Tables.unnest;
import static dev.athanor.sql.Tables.values;
import static dev.athanor.sql.Windows.orderBy;
import static dev.athanor.sql.Windows.rowNumber;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.sql.Derived;
import dev.athanor.sql.Field;
import dev.athanor.sql.FunctionTable;
import dev.athanor.sql.NumberExpr;
import dev.athanor.sql.ObjectTable;
import dev.athanor.sql.Select;
import dev.athanor.sql.SqlTypes;
import dev.athanor.sql.TemporalExpr;
import dev.athanor.sql.TextExpr;
import dev.athanor.sql.exercises.Company.Employees;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What one would not think SQL is for. */
class PuzzleExercisesTest extends CompanyExercises {
    @Test
    void fizzBuzz() {
        FunctionTable<NumberExpr<Integer>> numbers = generateSeries("numbers", 1, 15);
        NumberExpr<Integer> n = numbers.value();
        Select<String> statement = selectValue(when(n.mod(15).eq(0), inline("FizzBuzz"))
                        .when(n.mod(5).eq(0), inline("Buzz"))
                        .when(n.mod(3).eq(0), inline("Fizz"))
                        .otherwise(n.cast(SqlTypes.TEXT)))
                .from(numbers)
                .orderBy(n.asc());

        assertThat(queries.list(statement))
                .containsExactly(
                        "1",
                        "2",
                        "Fizz",
                        "4",
                        "Buzz",
                        "Fizz",
                        "7",
                        "8",
                        "Fizz",
                        "Buzz",
                        "11",
                        "Fizz",
                        "13",
                        "14",
                        "FizzBuzz");
    }

    @Test
    void everyFridayTheThirteenthOfAYear() {
        FunctionTable<TemporalExpr<LocalDate>> thirteenths = generateSeries(
                "thirteenths", LocalDate.of(2026, 1, 13), LocalDate.of(2026, 12, 13), Period.ofMonths(1));
        Select<LocalDate> statement = selectValue(thirteenths.value())
                .from(thirteenths)
                .where(thirteenths.value().dayOfWeek().eq(5))
                .orderBy(thirteenths.value().asc());

        assertThat(queries.list(statement))
                .containsExactly(LocalDate.of(2026, 2, 13), LocalDate.of(2026, 3, 13), LocalDate.of(2026, 11, 13));
    }

    @Test
    void thePrimeNumbersUpToThirty() {
        FunctionTable<NumberExpr<Integer>> numbers = generateSeries("numbers", 2, 30);
        NumberExpr<Integer> n = numbers.value();
        FunctionTable<NumberExpr<Integer>> divisors = generateSeries("divisors", inline(2), n.minus(1));
        Select<Integer> statement = selectValue(n)
                .from(numbers)
                .where(notExists(selectValue(inline(1))
                        .from(divisors)
                        .where(n.mod(divisors.value()).eq(0))))
                .orderBy(n.asc());

        assertThat(queries.list(statement)).containsExactly(2, 3, 5, 7, 11, 13, 17, 19, 23, 29);
    }

    record Cell(int row, int column, int value) {}

    @Test
    void aMatrixTransposed() {
        // 1 2 3
        // 4 5 6
        List<Cell> cells = List.of(
                new Cell(1, 1, 1),
                new Cell(1, 2, 2),
                new Cell(1, 3, 3),
                new Cell(2, 1, 4),
                new Cell(2, 2, 5),
                new Cell(2, 3, 6));
        Field<Cell, Integer, NumberExpr<Integer>> row = field("row", SqlTypes.INTEGER, Cell::row);
        Field<Cell, Integer, NumberExpr<Integer>> column = field("column", SqlTypes.INTEGER, Cell::column);
        Field<Cell, Integer, NumberExpr<Integer>> value = field("value", SqlTypes.INTEGER, Cell::value);
        ObjectTable<Cell> matrix = unnest("matrix", cells, row, column, value);
        Select<List<Integer>> statement = selectValue(arrayAgg(SqlTypes.INTEGER, matrix.get(value))
                        .orderedBy(matrix.get(row).asc()))
                .from(matrix)
                .groupBy(matrix.get(column))
                .orderBy(matrix.get(column).asc());

        assertThat(queries.list(statement)).containsExactly(List.of(1, 4), List.of(2, 5), List.of(3, 6));
    }

    record Streak(LocalDate from, LocalDate to, long days) {}

    @Test
    void theLongestStreakOfDays() {
        List<LocalDate> visited = List.of(
                LocalDate.of(2026, 2, 27),
                LocalDate.of(2026, 2, 28),
                LocalDate.of(2026, 3, 1),
                LocalDate.of(2026, 3, 5),
                LocalDate.of(2026, 3, 6));
        Field<LocalDate, LocalDate, TemporalExpr<LocalDate>> on = field("on", SqlTypes.DATE, Function.identity());
        ObjectTable<LocalDate> visits = values("visits", visited, on);
        TemporalExpr<LocalDate> day = visits.get(on);
        // in a streak both grow by one, so their difference stays what it is
        TemporalExpr<LocalDate> island = day.minus(
                        interval(Period.ofDays(1)).times(rowNumber().over(orderBy(day.asc()))))
                .as("island");
        Derived islands = select(day, island).from(visits).asTable("islands");
        Select<Streak> statement = select(Streak.class, min(islands.get(day)), max(islands.get(day)), count())
                .from(islands)
                .groupBy(islands.get(island))
                .orderBy(count().desc())
                .limit(1);

        assertThat(queries.list(statement))
                .containsExactly(new Streak(LocalDate.of(2026, 2, 27), LocalDate.of(2026, 3, 1), 3));
    }

    record Frequency(String word, long times) {}

    @Test
    void theMostFrequentWordsOfAText() {
        FunctionTable<TextExpr> words = rowsOf(
                "words",
                func(
                        "regexp_split_to_table",
                        SqlTypes.TEXT,
                        "the cat saw the dog; the dog saw a cat. The end",
                        "\\W+"));
        TextExpr word = words.value().lower().as("word");
        Select<Frequency> statement = select(Frequency.class, word, count())
                .from(words)
                .groupBy(word)
                .having(count().gt(1L))
                .orderBy(count().desc(), word.asc());

        assertThat(queries.list(statement))
                .containsExactly(
                        new Frequency("the", 4),
                        new Frequency("cat", 2),
                        new Frequency("dog", 2),
                        new Frequency("saw", 2));
    }

    @Test
    void allPalindromesAmongSomeWords() {
        Field<String, String, TextExpr> text = field("text", SqlTypes.TEXT, Function.identity());
        ObjectTable<String> words = unnest("words", List.of("Anna", "level", "java", "Otto"), text);
        TextExpr word = words.get(text).lower();
        Select<String> statement = selectValue(words.get(text))
                .from(words)
                .where(word.eq(func("reverse", SqlTypes.TEXT, word)))
                .orderBy(word.asc());

        assertThat(queries.list(statement)).containsExactly("Anna", "level", "Otto");
    }

    @Test
    void aFragmentOfOnesOwnTakesValuesAsValues() {
        // a syntax of its own, which no function of the library's has; its values are bound
        Employees e = new Employees("e");
        TextExpr masked = text(SqlTypes.TEXT, "overlay({} placing {} from 2)", e.name, "**");
        Select<String> statement = selectValue(masked)
                .where(e.name.eq(param("name", SqlTypes.TEXT)))
                .orderBy(masked.asc());

        assertThat(queries.list(statement.bind("name", "Cleo"))).containsExactly("C**o");
        assertThat(queries.list(statement.bind("name", "' or true --"))).isEmpty();
    }
}
