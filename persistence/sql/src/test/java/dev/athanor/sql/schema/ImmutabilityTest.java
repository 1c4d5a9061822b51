// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.sql.Column;
import dev.athanor.sql.SqlTypes;
import dev.athanor.sql.tree.Call;
import dev.athanor.sql.tree.Cast;
import dev.athanor.sql.tree.Constant;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Operation;
import dev.athanor.sql.tree.Operator;
import dev.athanor.sql.tree.Template;
import dev.athanor.testing.PostgresTest;
import dev.athanor.testing.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What is taken for immutable, against what PostgreSQL takes: for all operators, casts and functions that depend on the
 * types of what they look at, by every type.
 */
@PostgresTest
@SuppressWarnings("NullAway.Init") // before each test
class ImmutabilityTest {
    /** What PostgreSQL takes and we do not: what no typed expression is made of. */
    private static final Set<String> STRICTER = Set.of(
            "\"bytes\" like \"bytes\"",
            "\"bytes\" not like \"bytes\"",
            "\"bytes\" || \"bytes\"",
            "- \"clock\"",
            "date_trunc(cast('month' as text), \"clock\")",
            "cast(array[\"tags\"] as text[])",
            "cast(array[\"numbers\"] as text[])",
            "cast(array[\"days\"] as date[])",
            // from version 18 on
            "cast(\"bytes\" as smallint)",
            "cast(\"bytes\" as integer)",
            "cast(\"bytes\" as bigint)",
            "cast(\"small\" as bytea)",
            "cast(\"whole\" as bytea)",
            "cast(\"id\" as bytea)");

    /** What we take, and PostgreSQL takes from version 16 on only. */
    private static final Set<String> SINCE_16 =
            Set.of("date_trunc(cast('month' as text), \"at\", cast('Europe/Rome' as text))");

    /** Operators with a query or a name, and one that is written as another: JSON's minus. */
    private static final Set<Operator> OTHERS =
            EnumSet.of(Operator.IN, Operator.NOT_IN, Operator.COLLATE, Operator.JSON_WITHOUT);

    private Facts f;
    private final List<Expression> checked = new ArrayList<>();
    private final Set<Expression> mixed = new HashSet<>();

    @BeforeEach
    void create(TestDatabase database) throws SQLException {
        f = new Facts(database);
    }

    @AfterEach
    void close() throws SQLException {
        f.close();
    }

    /** One of each type. */
    private List<Expression> columns() {
        Map<String, Expression> columns = new LinkedHashMap<>();
        f.columns()
                .forEach(column -> columns.putIfAbsent(
                        Types.of(column.expression().type()),
                        column.expression().node()));
        return List.copyOf(columns.values());
    }

    private void check(Expression expression) {
        checked.add(expression);
    }

    /** PostgreSQL may turn one of both into another type by itself; whoever writes it should say so. */
    private void check(Expression expression, Expression one, Expression other) {
        checked.add(expression);
        if (one != other) {
            mixed.add(expression);
        }
    }

    /** Whether PostgreSQL takes the same of what was checked, and for the same type; numbers may be of any. */
    private void compare(int least) throws SQLException {
        List<@Nullable String> kept = f.keptAs(checked.stream().map(f::text).toList());
        List<String> different = new ArrayList<>();
        int taken = 0;
        for (int i = 0; i < checked.size(); i++) {
            Expression expression = checked.get(i);
            if (f.version() < 16 && SINCE_16.contains(f.text(expression))) {
                assertThat(kept.get(i)).isNull();
                continue;
            }
            boolean allowed = Immutability.problems(f, expression).isEmpty();
            String here = allowed ? Immutability.type(f, expression) : "refused";
            String there = Objects.requireNonNullElse(kept.get(i), "refused");
            taken += allowed ? 1 : 0;
            boolean stricter = !allowed && (mixed.contains(expression) || STRICTER.contains(f.text(expression)));
            if (!stricter && !here.equals(there) && !Types.areNumbers(List.of(here, there))) {
                different.add(f.text(expression) + ": " + here + " here, " + there + " there");
            }
        }
        assertThat(different).isEmpty();
        assertThat(taken).isGreaterThan(least);
    }

    @Test
    void casts() throws SQLException {
        for (Column<?> to : f.columns()) {
            for (Expression from : columns()) {
                check(new Cast(from, to.expression().type()));
            }
        }
        compare(100);
    }

    @Test
    void operators() throws SQLException {
        for (Operator operator : EnumSet.complementOf(EnumSet.copyOf(OTHERS))) {
            for (Expression left : columns()) {
                if (operator.form() == Operator.Form.PREFIX || operator.form() == Operator.Form.POSTFIX) {
                    check(new Operation(operator, List.of(left)));
                    continue;
                }
                for (Expression right : columns()) {
                    if (operator == Operator.MINUS && left == f.json.node()) {
                        check(new Operation(Operator.JSON_WITHOUT, List.of(left, right)), left, right);
                        continue;
                    }
                    boolean three = operator.form() == Operator.Form.BETWEEN;
                    List<Expression> operands = three ? List.of(left, right, right) : List.of(left, right);
                    check(new Operation(operator, operands), left, right);
                }
            }
        }
        compare(500);
    }

    @Test
    void functionsThatDependOnTypes() throws SQLException {
        Expression month = new Constant(SqlTypes.TEXT, "month");
        Expression zone = new Constant(SqlTypes.TEXT, "Europe/Rome");
        for (Expression one : columns()) {
            check(Call.of("length", one));
            check(Call.of("to_timestamp", one));
            check(Call.of("age", one));
            check(Call.of("date_trunc", month, one));
            check(Call.of("date_trunc", month, one, zone));
            check(Call.of("timezone", zone, one));
            check(new Template(List.of("extract(epoch from ", ")"), List.of(one)));
            check(new Template(List.of("extract(year from ", ")"), List.of(one)));
            check(new Template(List.of("cast(array[", "] as text[])"), List.of(one)));
            check(new Template(List.of("cast(array[", "] as date[])"), List.of(one)));
            for (Expression other : columns()) {
                for (String function : List.of(
                        "age",
                        "array_append",
                        "array_cat",
                        "array_remove",
                        "array_position",
                        "coalesce",
                        "greatest",
                        "least",
                        "nullif")) {
                    check(Call.of(function, one, other), one, other);
                }
                check(
                        new Template(List.of("((", ", ", ") overlaps (", ", ", "))"), List.of(one, one, other, other)),
                        one,
                        other);
            }
        }
        compare(200);
    }

    /** Whatever arguments they are called with: all functions of the name are immutable, and give one row. */
    @Test
    void functionsThatDoNot(TestDatabase database) throws SQLException {
        Set<String> names = new TreeSet<>(ImmutableFunctions.OF_ONE_TYPE.keySet());
        Stream.of(
                        ImmutableFunctions.OF_TEXT,
                        ImmutableFunctions.OF_NUMBER,
                        ImmutableFunctions.OF_FIRST,
                        ImmutableFunctions.OF_ARRAY)
                .forEach(names::addAll);
        Set<String> immutable = new TreeSet<>();
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        select proname from pg_proc where proname = any (?) and pronamespace = 'pg_catalog'::regnamespace
                        group by proname having bool_and(provolatile = 'i' and prokind = 'f' and not proretset)
                        """)) {
            statement.setArray(1, connection.createArrayOf("text", names.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    immutable.add(rows.getString(1));
                }
            }
        }
        Set<String> missing = new HashSet<>(names);
        missing.removeAll(immutable);
        assertThat(missing).isEmpty();
        assertThat(names).hasSizeGreaterThan(80);
    }
}
