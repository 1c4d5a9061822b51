// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.render.PostgreSqlRenderer;
import dev.athanor.sql.render.Rendered;
import dev.athanor.sql.tree.Command;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can run. A value: every step gives a new one. Immutable and thread-safe. */
public abstract sealed class Statement permits Rows, Change {
    private final Parameters parameters;

    Statement(Parameters parameters) {
        this.parameters = parameters;
    }

    /** The tree that this is a face of. */
    public abstract Command command();

    /** The text that will run. */
    public final String sql() {
        return StatementCache.shared().rendered(command()).sql();
    }

    /** The text for people: on several lines. */
    public final String pretty() {
        return new PostgreSqlRenderer(true).render(command()).sql();
    }

    /** The values that will be bound to it, in order. */
    public final List<@Nullable Object> binds() {
        return compiled().values();
    }

    /** Text and values together. */
    public final Compiled compiled() {
        return compiled(command());
    }

    /**
     * Text and values of another tree, with this statement's parameters: for sessions, which add to a tree what they
     * need to know of each row.
     */
    public final Compiled compiled(Command other) {
        return Compiled.of(other, parameters);
    }

    /** The same with a value for the parameters of a name; see {@link Sql#param}. */
    public abstract Statement bind(String name, @Nullable Object value);

    final Parameters parameters() {
        return parameters;
    }

    final Parameters bound(String name, @Nullable Object value) {
        Rendered rendered = StatementCache.shared().rendered(command());
        return parameters.with(name, value, rendered.binds(command()));
    }

    /** The tree as a part of another statement, which then is the one to have parameters. */
    final Command embedded() {
        if (!parameters.isEmpty()) {
            throw new SqlException(
                    SqlError.STATEMENT_INVALID,
                    "a part of another statement has values for parameters; bind them on the whole statement");
        }
        return command();
    }

    @Override
    public final String toString() {
        try {
            return pretty();
        } catch (SqlException e) {
            return "invalid: " + e.getMessage();
        }
    }
}
