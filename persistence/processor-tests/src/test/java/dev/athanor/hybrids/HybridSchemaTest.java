// SPDX-License-Identifier: Apache-2.0
package dev.athanor.hybrids;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.annotations.Hybrid;
import dev.athanor.sql.Column;
import dev.athanor.sql.EntityTable;
import dev.athanor.sql.Expr;
import dev.athanor.sql.SqlException;
import dev.athanor.sql.schema.SchemaExpression;
import dev.athanor.testing.PostgresTest;
import dev.athanor.testing.TestDatabase;
import java.lang.reflect.Method;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The database keeps whatever depends on nothing but the row. */
@PostgresTest
class HybridSchemaTest {
    private static final Set<String> TIMED = Set.of("age", "overdue");

    @Test
    void textsAreKept(TestDatabase database) throws SQLException {
        kept(QWords.table(), Words.class, database);
    }

    @Test
    void numbersAreKept(TestDatabase database) throws SQLException {
        kept(QNumbers.table(), Numbers.class, database);
    }

    @Test
    void timesAreKept(TestDatabase database) throws SQLException {
        kept(QTimes.table(), Times.class, database);
    }

    /** As generated columns, all at once. */
    private static void kept(EntityTable<?> table, Class<?> entity, TestDatabase database) throws SQLException {
        String columns = table.columns().stream()
                .map(column -> quoted(column) + " " + column.expression().type().name())
                .collect(Collectors.joining(", "));
        String computed = hybrids(entity).stream()
                .map(hybrid -> ", \"" + hybrid.getName() + " kept\" " + column(table, hybrid))
                .collect(Collectors.joining());
        database.execute("create table kept (" + columns + computed + ")");
        database.execute("insert into kept default values");
        assertThat(hybrids(entity)).hasSizeGreaterThan(30);
    }

    private static String quoted(Column<?> column) {
        return '"' + column.name() + '"';
    }

    private static List<Method> hybrids(Class<?> entity) {
        return Arrays.stream(entity.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Hybrid.class)
                        && method.getParameterCount() == 0
                        && !TIMED.contains(method.getName()))
                .toList();
    }

    private static String column(EntityTable<?> table, Method hybrid) {
        try {
            Method method = table.getClass().getMethod(hybrid.getName());
            method.setAccessible(true);
            SchemaExpression expression = SchemaExpression.of(table, (Expr<?>) method.invoke(table));
            return expression.type().name() + " generated always as (" + expression.sql() + ") stored";
        } catch (ReflectiveOperationException | SqlException e) {
            throw new LinkageError(hybrid.getName() + ": " + e.getMessage(), e);
        }
    }
}
