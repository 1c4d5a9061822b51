// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.CommonTable.Materialization;
import java.util.List;

/**
 * A statement that gives rows.
 *
 * @param <R> what each row is read as
 */
public abstract sealed class Rows<R> extends Statement permits Query, Returning {
    private final List<Expr<?>> selected;
    private final Result<R> result;

    Rows(List<Expr<?>> selected, Result<R> result, Parameters parameters) {
        super(parameters);
        this.selected = selected;
        this.result = result;
    }

    /** The values each row has. */
    public final List<Expr<?>> selected() {
        return selected;
    }

    /** What is made of each row. */
    public final Result<R> result() {
        return result;
    }

    /** How a session reads its entities. */
    public List<Option<? super R>> options() {
        return List.of();
    }

    /** The rows under a name, for one statement to use any number of times; its {@code with} comes by itself. */
    public final CommonTable asCommonTable(String name) {
        return CommonTable.of(name, this, Materialization.DEFAULT);
    }

    /** The same, computed once before it is used. */
    public final CommonTable asMaterialized(String name) {
        return CommonTable.of(name, this, Materialization.ALWAYS);
    }

    /** The same, planned together with what uses it. */
    public final CommonTable asNotMaterialized(String name) {
        return CommonTable.of(name, this, Materialization.NEVER);
    }
}
