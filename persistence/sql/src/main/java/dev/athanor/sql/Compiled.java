// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.render.Rendered;
import dev.athanor.sql.tree.Bind;
import dev.athanor.sql.tree.Command;
import dev.athanor.sql.type.SqlType;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What runs: a text, which statements of the same structure share, and the values of this one. Immutable and
 * thread-safe.
 */
public final class Compiled {
    /** The most values a statement can have: PostgreSQL counts them in 16 bits. */
    private static final int MOST_BINDS = 65_535;

    private final Command command;
    private final String sql;
    private final List<Bind> binds;
    private final Parameters parameters;

    private Compiled(Command command, String sql, List<Bind> binds, Parameters parameters) {
        this.command = command;
        this.sql = sql;
        this.binds = binds;
        this.parameters = parameters;
    }

    /** What a tree runs as that has no parameters by name. */
    public static Compiled of(Command command) {
        return of(command, Parameters.NONE);
    }

    static Compiled of(Command command, Parameters parameters) {
        Rendered rendered = StatementCache.shared().rendered(command);
        List<Bind> binds = rendered.binds(command);
        if (binds.size() > MOST_BINDS) {
            throw new SqlException(
                    SqlError.STATEMENT_INVALID,
                    "the statement has " + binds.size() + " values, more than the " + MOST_BINDS
                            + " that PostgreSQL takes; split it, or give arrays by unnest(…)");
        }
        return new Compiled(command, rendered.sql(), binds, parameters);
    }

    /** The tree that runs. */
    public Command command() {
        return command;
    }

    /** The text, with a {@code ?} for each value. */
    public String sql() {
        return sql;
    }

    /** The values, in the order of the text; those that depend on the time of execution as they would be now. */
    public List<@Nullable Object> values() {
        return values(bind -> false, "");
    }

    /** The same with another in the place of those that are not to be shown. */
    public List<@Nullable Object> values(Predicate<? super Bind> hidden, Object instead) {
        Moment moment = Moment.ofSystem();
        List<@Nullable Object> values = new ArrayList<>(binds.size());
        for (Bind bind : binds) {
            values.add(hidden.test(bind) ? instead : valueOf(bind, moment));
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
