// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.Combination;
import dev.athanor.sql.tree.Command;
import dev.athanor.sql.tree.CommonTable.Materialization;
import dev.athanor.sql.tree.CommonTableSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A statement's rows under a name: a common table expression. Whoever uses it need not say {@code with}. Immutable and
 * thread-safe.
 *
 * <pre>{@code
 * CommonTable prolific = select(b.authorId).groupBy(b.authorId).having(count().gt(5L)).asCommonTable("prolific");
 * select(a.name).from(a).join(prolific, prolific.get(b.authorId).eq(a.id))
 * }</pre>
 */
public final class CommonTable implements Relation {
    private final CommonTableSource source;
    private final Selected selected;

    private CommonTable(CommonTableSource source, Selected selected) {
        this.source = source;
        this.selected = selected;
    }

    static CommonTable of(String name, Rows<?> rows, Materialization materialization) {
        return of(name, rows.embedded(), rows.selected(), false, materialization);
    }

    static <R> CommonTable recursive(String name, Query<R> anchor, boolean all, Function<CommonTable, Query<R>> step) {
        CommonTableSource itself = new CommonTableSource(name, Optional.empty(), name);
        Query<R> next = step.apply(new CommonTable(itself, new Selected(anchor.selected())));
        Query<R> both = Combined.of(Combination.Kind.UNION, all, anchor, next);
        return of(name, both.embedded(), anchor.selected(), true, Materialization.DEFAULT);
    }

    private static CommonTable of(
            String name, Command command, List<Expr<?>> selected, boolean recursive, Materialization materialization) {
        dev.athanor.sql.tree.CommonTable table =
                new dev.athanor.sql.tree.CommonTable(name, command, recursive, materialization);
        return new CommonTable(new CommonTableSource(name, Optional.of(table), name), new Selected(selected));
    }

    /** The same rows under another alias, to be used once more beside this. */
    public CommonTable as(String alias) {
        return new CommonTable(new CommonTableSource(source.name(), source.table(), alias), selected);
    }

    /** A column of it: the one that the statement gives as this expression, and of the same kind. */
    public <X> X get(Kind<X> column) {
        return selected.get(column, source);
    }

    @Override
    public CommonTableSource source() {
        return source;
    }

    dev.athanor.sql.tree.CommonTable node() {
        return source.table()
                .orElseThrow(() -> new SqlException(
                        SqlError.STATEMENT_INVALID, "\"" + source.name() + "\" is used outside of its own statement"));
    }
}
