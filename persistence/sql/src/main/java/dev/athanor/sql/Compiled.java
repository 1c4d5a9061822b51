// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.Bind;
import dev.athanor.sql.type.SqlType;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What runs: a text, which statements of the same structure share, and the values of this one. Immutable and
 * thread-safe.
 */
public final class Compiled {
    private final String sql;
    private final List<Bind> binds;
    private final Parameters parameters;

    Compiled(String sql, List<Bind> binds, Parameters parameters) {
        this.sql = sql;
        this.binds = binds;
        this.parameters = parameters;
    }

    /** The text, with a {@code ?} for each value. */
    public String sql() {
        return sql;
    }

    /** The values, in the order of the text; those that depend on the time of execution as they would be now. */
    public List<@Nullable Object> values() {
        Moment moment = Moment.ofSystem();
        List<@Nullable Object> values = new ArrayList<>(binds.size());
        for (Bind bind : binds) {
            values.add(valueOf(bind, moment));
        }
        return values;
    }

    /** The types of the values, in the order of the text. */
    public List<SqlType<?>> types() {
        List<SqlType<?>> types = new ArrayList<>(binds.size());
        for (Bind bind : binds) {
            types.add(bind.type());
        }
        return types;
    }

    /** Sets the values as the parameters of a statement of this text, to be executed now. */
    public void bindTo(PreparedStatement statement) throws SQLException {
        bindTo(statement, Moment.ofSystem());
    }

    /** Sets the values as the parameters of a statement of this text, to be executed now by a clock of one's own. */
    public void bindTo(PreparedStatement statement, Clock clock) throws SQLException {
        bindTo(statement, Moment.of(clock));
    }

    void bindTo(PreparedStatement statement, Moment moment) throws SQLException {
        for (int i = 0; i < binds.size(); i++) {
            Bind bind = binds.get(i);
            bind(statement, i + 1, bind.type(), valueOf(bind, moment));
        }
    }

    private @Nullable Object valueOf(Bind bind, Moment moment) {
        return bind.isClocked() ? bind.valueAt(moment.clock()) : parameters.valueOf(bind);
    }

    private static <T> void bind(PreparedStatement statement, int index, SqlType<T> type, @Nullable Object value)
            throws SQLException {
        type.bind(statement, index, type.javaType().cast(value));
    }
}
