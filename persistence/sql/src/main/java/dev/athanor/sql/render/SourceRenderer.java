// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.render;

import dev.athanor.sql.SqlError;
import dev.athanor.sql.SqlException;
import dev.athanor.sql.tree.CommonTable;
import dev.athanor.sql.tree.CommonTableSource;
import dev.athanor.sql.tree.DerivedSource;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.FunctionSource;
import dev.athanor.sql.tree.Join;
import dev.athanor.sql.tree.JoinedSource;
import dev.athanor.sql.tree.PartSource;
import dev.athanor.sql.tree.Restriction;
import dev.athanor.sql.tree.Source;
import dev.athanor.sql.tree.SourceVisitor;
import dev.athanor.sql.tree.TableSource;
import dev.athanor.sql.tree.Through;
import dev.athanor.sql.tree.ValuesSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes what rows come from. */
abstract class SourceRenderer extends ExpressionRenderer implements SourceVisitor<Output> {
    private final Set<String> open = new HashSet<>();
    private final Set<String> visible = new HashSet<>();

    /** Whether rows are restricted right where a table is written, for outer joins to give nulls in their place. */
    private boolean restrictingInPlace;

    SourceRenderer(boolean pretty) {
        super(pretty);
    }

    /** Lets what follows refer to a common table. */
    final void show(CommonTable table) {
        visible.add(table.name());
    }

    /** The statement of a common table, which may refer to its own rows. */
    final void within(CommonTable table) {
        open.add(table.name());
        nested(table.command());
        open.remove(table.name());
    }

    final void sources(String keyword, List<Source> sources) {
        if (!sources.isEmpty()) {
            out.separate().append(keyword);
            out.list(sources, source -> {
                source.accept(this);
                scope().paths().at(source).forEach(through -> leftJoin(out.separate(), through));
            });
        }
    }

    /** With what is joined to it by itself; in parentheses, so that conditions of joins may use that. */
    private void joined(Source source) {
        List<Through> paths = scope().paths().at(source);
        out.append(paths.isEmpty() ? "" : "(");
        source.accept(this);
        paths.forEach(through -> leftJoin(out.append(" "), through));
        out.append(paths.isEmpty() ? "" : ")");
    }

    private void leftJoin(Output separated, Through through) {
        separated.append("left join ");
        through.target().accept(this);
        out.append(" on ");
        restricted(through.condition(), through.target()).accept(this);
    }

    /** Lets tables be restricted where they are written, or by conditions; gives how it was before. */
    final boolean restrictInPlace(boolean inPlace) {
        boolean before = restrictingInPlace;
        restrictingInPlace = inPlace;
        return before;
    }

    /** A condition that rows have to meet as well to be of the classes that sources are used for. */
    final Optional<Expression> restricted(Optional<Expression> condition, List<? extends Source> sources) {
        return restrictingInPlace ? condition : Restrictions.and(condition, sources);
    }

    private Expression restricted(Expression condition, Source source) {
        return restricted(Optional.of(condition), List.of(source)).orElse(condition);
    }

    final void join(Join join) {
        out.separate()
                .append(
                        switch (join.kind()) {
                            case INNER -> "join ";
                            case LEFT -> "left join ";
                            case RIGHT -> "right join ";
                            case FULL -> "full join ";
                            case CROSS -> "cross join ";
                        });
        joined(join.source());
        join.condition().ifPresent(condition -> {
            Placement.ofRows(condition, "a join's condition", scope());
            out.append(" on ");
            restricted(condition, join.source()).accept(this);
        });
    }

    final void values(List<List<Expression>> rows) {
        if (rows.get(0).isEmpty()) {
            out.append("default values");
            return;
        }
        out.append("values ");
        out.list(rows, row -> {
            out.append("(");
            out.list(row, value -> value.accept(this));
            out.append(")");
        });
    }

    @Override
    public Output visit(TableSource table) {
        if (table.schema().isEmpty() && visible.contains(table.name())) {
            throw new SqlException(
                    SqlError.STATEMENT_INVALID,
                    "the table \"" + table.name() + "\" is hidden by a common table of that name; give the common table"
                            + " another name, or the table its schema");
        }
        Optional<Restriction> restriction = table.restriction().filter(restricted -> restrictingInPlace);
        if (restriction.isPresent()) {
            return rows(table, restriction.get());
        }
        name(table);
        return table.alias().equals(table.name()) ? out : alias(table);
    }

    private Output rows(TableSource table, Restriction restriction) {
        out.append("(select * from ");
        name(table);
        out.append(" where ");
        bare(() -> restriction.of(table).accept(this));
        out.append(")");
        return alias(table);
    }

    private void name(TableSource table) {
        table.schema().ifPresent(schema -> out.append(quoted(schema)).append("."));
        out.append(quoted(table.name()));
    }

    @Override
    public Output visit(JoinedSource joined) {
        out.append("(");
        joined.root().accept(this);
        for (JoinedSource.Part part : joined.parts()) {
            out.append(part.outer() ? " left join " : " join ");
            part.table().accept(this);
            out.append(" on ");
            for (int i = 0; i < part.columns().size(); i++) {
                out.append(i == 0 ? "" : " and ");
                out.append(quoted(joined.alias()))
                        .append(".")
                        .append(quoted(part.rootColumns().get(i)));
                out.append(" = ").append(quoted(part.table().alias()));
                out.append(".").append(quoted(part.columns().get(i)));
            }
        }
        return out.append(")");
    }

    /** Its table is written where the whole is. */
    @Override
    public Output visit(PartSource part) {
        return part.whole().accept(this);
    }

    /** Without the sources beside it, unless it says that it wants them. */
    @Override
    public Output visit(DerivedSource derived) {
        Scope around = scope();
        if (derived.lateral()) {
            checkRows(derived.query());
            out.append("lateral ");
        } else {
            scope(around.outer());
        }
        nested(derived.query());
        scope(around);
        return alias(derived);
    }

    @Override
    public Output visit(CommonTableSource common) {
        if (common.table().isEmpty() && !open.contains(common.name())) {
            throw new SqlException(
                    SqlError.STATEMENT_INVALID,
                    "\"" + common.name() + "\" is used outside of its own statement; use what recursiveUnion(…) gave");
        }
        out.append(quoted(common.name()));
        return common.alias().equals(common.name()) ? out : alias(common);
    }

    @Override
    public Output visit(ValuesSource values) {
        out.append("(");
        values(values.rows());
        out.append(")");
        return alias(values).append(columns(values.columns()));
    }

    @Override
    public Output visit(FunctionSource function) {
        function.call().accept(this);
        out.append(function.ordinality() ? " with ordinality" : "");
        return alias(function).append(columns(function.columns()));
    }

    private Output alias(Source source) {
        return out.append(" as ").append(quoted(source.alias()));
    }

    private String columns(List<String> names) {
        return " (" + String.join(", ", names.stream().map(this::quoted).toList()) + ")";
    }
}
