// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.Call;
import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.tree.FunctionSource;
import java.util.List;

/** The members of an object of JSON. May refer to the sources before it. Immutable and thread-safe. */
public final class MemberTable implements Relation {
    private final FunctionSource source;

    MemberTable(String alias, JsonExpr<?> object) {
        source = new FunctionSource(
                Call.of("jsonb_each", object.node().unlabelled()), alias, List.of("name", "value"), false);
    }

    /** The name of a member. */
    public TextExpr name() {
        return SqlTypes.TEXT.of(new ColumnReference(source, "name"));
    }

    /** The value of a member. */
    public JsonExpr<String> value() {
        return SqlTypes.JSONB.of(new ColumnReference(source, "value"));
    }

    @Override
    public FunctionSource source() {
        return source;
    }
}
