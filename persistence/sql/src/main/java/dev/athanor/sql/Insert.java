// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.CommonTable;
import dev.athanor.sql.tree.Conflict;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Insertion;
import dev.athanor.sql.tree.TableSource;
import dev.athanor.sql.type.SqlType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An insert. A value: every step gives a new one. Immutable and thread-safe.
 *
 * <pre>{@code
 * insert(t).set(t.name, "java").set(t.uses, 1).onConflict(t.name).doUpdate(row -> row.set(t.uses, t.uses.plus(1)))
 * insert(t).rows(tags, (row, tag) -> row.set(t.name, tag.name())).returning(t.id)
 * insert(archive).from(select(b.id, b.title).where(b.lent), archive.id, archive.title)
 * }</pre>
 */
public final class Insert extends Change {
    private final Table table;
    private final Draft draft;

    private Insert(Table table, Draft draft, Parameters parameters) {
        super(parameters);
        this.table = table;
        this.draft = draft;
    }

    static Insert into(Table table) {
        return new Insert(
                table,
                new Draft(List.of(), List.of(), List.of(), Optional.empty(), false, Optional.empty()),
                Parameters.NONE);
    }

    /** In the one row, or the last of several, a column gets a value. */
    public <T> Insert set(Column<T> column, T value) {
        return last(row -> row.set(column, value));
    }

    /** In the one row, or the last of several, a column gets the value of an expression. */
    public <T> Insert set(Column<T> column, Expr<T> value) {
        return last(row -> row.set(column, value));
    }

    /** In the one row, or the last of several, a column gets a value, or null. */
    public <T> Insert setNullable(Column<T> column, @Nullable T value) {
        return last(row -> row.setNullable(column, value));
    }

    /** In the one row, or the last of several, a column gets null. */
    public Insert setNull(Column<?> column) {
        return last(row -> row.setNull(column));
    }

    /** One more row, whose values a block gives; columns it leaves out get their defaults. */
    public Insert row(Consumer<Assignments> values) {
        Assignments row = new Assignments(table.target());
        values.accept(row);
        return with(draft.rows(Clauses.plus(draft.rows, row.copy())));
    }

    /** One more row for each element; columns that a block leaves out get their defaults. */
    public <E> Insert rows(Collection<E> elements, BiConsumer<Assignments, E> values) {
        if (elements.isEmpty()) {
            throw new SqlException(SqlError.STATEMENT_INVALID, "there is no row to insert; ask isEmpty() first");
        }
        List<Assignments> rows = new ArrayList<>(draft.rows);
        for (E element : elements) {
            Assignments row = new Assignments(table.target());
            values.accept(row, element);
            rows.add(row.copy());
        }
        return with(draft.rows(rows));
    }

    /** The rows of a query, its values in the order of these columns. */
    public Insert from(Query<?> query, Column<?>... columns) {
        if (columns.length != query.selected().size()) {
            throw new SqlException(
                    SqlError.STATEMENT_INVALID,
                    columns.length + " columns are to be filled from a query of "
                            + query.selected().size() + " values");
        }
        Assignments names = new Assignments(table.target());
        for (int i = 0; i < columns.length; i++) {
            check(columns[i], query.selected().get(i));
            names.setDefault(columns[i]);
        }
        return with(new Draft(
                draft.with,
                draft.rows,
                List.copyOf(names.values().keySet()),
                Optional.of(query),
                draft.overriding,
                draft.conflict));
    }

    private static void check(Column<?> column, Expr<?> value) {
        SqlType<?> wanted = column.expression().type();
        if (!wanted.isLike(value.type())) {
            throw new SqlException(
                    SqlError.STATEMENT_INVALID,
                    "the column \"" + column.name() + "\" is of type " + wanted + ", what is selected for it of type "
                            + value.type());
        }
    }

    /** With values for columns that the database generates. */
    public Insert overridingSystemValue() {
        return with(new Draft(draft.with, draft.rows, draft.columns, draft.query, true, draft.conflict));
    }

    /** For rows that are there already by a unique index on these columns or expressions; on any index, if none. */
    public OnConflict onConflict(Expr<?>... target) {
        return new OnConflict(this, Select.nodes(List.of(target)), Optional.empty(), Optional.empty());
    }

    /** For rows that are there already by a constraint. */
    public OnConflict onConstraint(String name) {
        return new OnConflict(this, List.of(), Optional.empty(), Optional.of(name));
    }

    Insert with(Conflict conflict) {
        return with(
                new Draft(draft.with, draft.rows, draft.columns, draft.query, draft.overriding, Optional.of(conflict)));
    }

    Table table() {
        return table;
    }

    /** With a statement that runs although the insert may not use its rows. */
    public Insert with(dev.athanor.sql.CommonTable common) {
        return with(new Draft(
                Clauses.plus(draft.with, common.node()),
                draft.rows,
                draft.columns,
                draft.query,
                draft.overriding,
                draft.conflict));
    }

    @Override
    public Insert bind(String name, @Nullable Object value) {
        return new Insert(table, draft, bound(name, value));
    }

    @Override
    Insertion node(List<Expression> returning) {
        Insertion insertion = draft.node(table.target(), returning);
        return table instanceof EntityTable<?> entities
                ? entities.discriminator()
                        .map(by -> Classified.by(by, insertion))
                        .orElse(insertion)
                : insertion;
    }

    private Insert last(Consumer<Assignments> change) {
        List<Assignments> rows = new ArrayList<>(draft.rows);
        Assignments row = rows.isEmpty()
                ? new Assignments(table.target())
                : rows.remove(rows.size() - 1).copy();
        change.accept(row);
        rows.add(row);
        return with(draft.rows(rows));
    }

    private Insert with(Draft changed) {
        return new Insert(table, changed, parameters());
    }

    /** The clauses. */
    private record Draft(
            List<CommonTable> with,
            List<Assignments> rows,
            List<String> columns,
            Optional<Query<?>> query,
            boolean overriding,
            Optional<Conflict> conflict) {
        Draft rows(List<Assignments> changed) {
            return new Draft(with, changed, columns, query, overriding, conflict);
        }

        Insertion node(TableSource target, List<Expression> returning) {
            if (query.isPresent()) {
                if (!rows.isEmpty()) {
                    throw new SqlException(
                            SqlError.STATEMENT_INVALID, "an insert has rows of its own or of a query, not of both");
                }
                return new Insertion(
                        with,
                        new Insertion.Parts(
                                target,
                                columns,
                                List.of(),
                                query.map(Query::embedded),
                                overriding,
                                conflict,
                                returning));
            }
            Set<String> set = new LinkedHashSet<>();
            rows.forEach(row -> set.addAll(row.values().keySet()));
            List<List<Expression>> values = new ArrayList<>();
            for (Assignments row : rows) {
                values.add(values(row.values(), set));
            }
            if (set.isEmpty() && values.size() > 1) {
                throw new SqlException(
                        SqlError.STATEMENT_INVALID,
                        "several rows of nothing but defaults need a column by setDefault(…)");
            }
            return new Insertion(
                    with,
                    new Insertion.Parts(
                            target,
                            List.copyOf(set),
                            values.isEmpty() ? List.of(List.of()) : values,
                            Optional.empty(),
                            overriding,
                            conflict,
                            returning));
        }

        private static List<Expression> values(Map<String, Expression> row, Set<String> columns) {
            List<Expression> values = new ArrayList<>(columns.size());
            for (String column : columns) {
                values.add(row.getOrDefault(column, Assignments.DEFAULT));
            }
            return values;
        }
    }
}
