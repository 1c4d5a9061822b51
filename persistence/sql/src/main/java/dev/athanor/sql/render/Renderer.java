// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.render;

import dev.athanor.sql.tree.Assignment;
import dev.athanor.sql.tree.Bind;
import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.tree.Command;
import dev.athanor.sql.tree.CommonTable;
import dev.athanor.sql.tree.Conflict;
import dev.athanor.sql.tree.Deletion;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Insertion;
import dev.athanor.sql.tree.Modification;
import dev.athanor.sql.tree.Source;
import dev.athanor.sql.tree.TableSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Writes one statement. For one use by one thread. */
public abstract class Renderer extends QueryRenderer {
    /** A renderer that writes on one line, or on several for people. */
    protected Renderer(boolean pretty) {
        super(pretty);
    }

    /** The text of a statement. */
    public final Rendered render(Command command) {
        Collection<CommonTable> tables = CommonTables.of(command);
        with(tables);
        write(command);
        check(Binds.of(command, out.binds().size(), !tables.isEmpty()));
        return new Rendered(out.toString(), out.binds().size(), !tables.isEmpty());
    }

    /** These must be the very binds that were written, so that a statement's binds can be taken from its tree. */
    private void check(List<Bind> expected) {
        List<Bind> written = out.binds();
        if (expected.size() != written.size()
                || IntStream.range(0, written.size()).anyMatch(i -> written.get(i) != expected.get(i))) {
            throw new IllegalStateException("the binds of the tree are in another order than those of: " + out);
        }
    }

    /** What an insert into a table does about rows that are there already. */
    protected abstract void conflict(Conflict conflict, TableSource target);

    /** What is written before the statement of a common table. */
    protected abstract String materialized(CommonTable.Materialization materialization);

    private void with(Collection<CommonTable> tables) {
        if (tables.isEmpty()) {
            return;
        }
        boolean recursive = tables.stream().anyMatch(CommonTable::recursive);
        if (recursive) {
            tables.forEach(this::show);
        }
        out.append(recursive ? "with recursive " : "with ");
        out.list(List.copyOf(tables), table -> {
            out.append(quoted(table.name())).append(" as ").append(materialized(table.materialization()));
            within(table);
            show(table);
        });
        out.separate();
    }

    @Override
    final void write(Command command) {
        Scope around = scope();
        boolean inPlace = restrictInPlace(false);
        scope(new Scope(Optional.of(around)));
        command.accept(this);
        scope(around);
        restrictInPlace(inPlace);
    }

    @Override
    public Output visit(Insertion insertion) {
        Insertion.Parts parts = insertion.parts();
        out.append("insert into ");
        parts.target().accept(this);
        if (!parts.columns().isEmpty()) {
            out.append(" (");
            out.list(parts.columns(), column -> out.append(quoted(column)));
            out.append(")");
        }
        out.append(parts.overriding() ? " overriding system value" : "");
        out.separate();
        parts.query().ifPresentOrElse(this::write, () -> values(parts.rows()));
        scope().declare(parts.target());
        parts.conflict().ifPresent(conflict -> {
            out.separate();
            conflict(conflict, parts.target());
        });
        return returning(parts.returning());
    }

    @Override
    public Output visit(Modification modification) {
        Modification.Parts parts = modification.parts();
        target(parts.target(), parts.from(), parts.where());
        out.append("update ");
        parts.target().accept(this);
        out.separate().append("set ");
        assignments(parts.assignments());
        sources("from ", parts.from());
        rows("where", restricted(parts.where(), parts.target(), parts.from()));
        return returning(parts.returning());
    }

    private Optional<Expression> restricted(Optional<Expression> where, TableSource target, List<Source> others) {
        List<Source> sources = new ArrayList<>();
        sources.add(target);
        sources.addAll(others);
        return restricted(where, sources);
    }

    protected final void assignments(List<Assignment> assignments) {
        out.list(assignments, assignment -> {
            out.append(quoted(assignment.column())).append(" = ");
            Placement.ofRows(assignment.value(), "set(…)", scope());
            assignment.value().unlabelled().accept(this);
        });
    }

    @Override
    public Output visit(Deletion deletion) {
        Deletion.Parts parts = deletion.parts();
        target(parts.target(), parts.using(), parts.where());
        out.append("delete from ");
        parts.target().accept(this);
        sources("using ", parts.using());
        rows("where", restricted(parts.where(), parts.target(), parts.using()));
        return returning(parts.returning());
    }

    private void target(TableSource target, List<Source> others, Optional<Expression> where) {
        scope().declare(target);
        others.forEach(scope()::declare);
        List<Source> tables = new ArrayList<>(List.of(target));
        others.stream().filter(TableSource.class::isInstance).forEach(tables::add);
        Connections.check(tables, List.of(), where);
    }

    private Output returning(List<Expression> returning) {
        if (!returning.isEmpty()) {
            out.separate().append("returning ");
            out.list(returning, this::selected);
        }
        return out;
    }

    /** A column in a clause that is about one table only. */
    protected final void writeBare(Expression expression) {
        boolean column = expression instanceof ColumnReference;
        bare(() -> {
            out.append(column ? "" : "(");
            expression.unlabelled().accept(this);
            out.append(column ? "" : ")");
        });
    }

    /** Adds to the text. */
    protected final void append(String part) {
        out.append(part);
    }

    /** Writes a list of expressions. */
    protected final void writeList(List<Expression> expressions, Consumer<Expression> writer) {
        out.list(expressions, writer);
    }

    /** Writes a condition about rows, if there is one. */
    protected final void where(Optional<Expression> condition, boolean ofTarget) {
        condition.ifPresent(expression -> {
            Placement.ofRows(expression, "where", scope());
            out.append(" where ");
            if (ofTarget) {
                bare(() -> expression.accept(this));
            } else {
                expression.accept(this);
            }
        });
    }

    /** Lets what follows refer to a source. */
    protected final void declare(Source source) {
        scope().declare(source);
    }
}
