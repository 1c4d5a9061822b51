// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.event;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A statement that runs, of a session or of EclipseLink. For one thread at a time. */
public final class SqlText {
    /** In the place of values that are not to be shown. */
    public static final String MASK = "***";

    private final String sql;
    private final boolean provided;
    private final Supplier<List<@Nullable Object>> binds;
    private final Supplier<Optional<StackWalker.StackFrame>> caller;

    /** One whose values are found when they are asked for. */
    public SqlText(
            String sql,
            boolean provided,
            Supplier<List<@Nullable Object>> binds,
            Supplier<Optional<StackWalker.StackFrame>> caller) {
        this.sql = Objects.requireNonNull(sql, "sql");
        this.provided = provided;
        this.binds = Objects.requireNonNull(binds, "binds");
        this.caller = Objects.requireNonNull(caller, "caller");
    }

    /** The text, with a {@code ?} for each value. */
    public String sql() {
        return sql;
    }

    /** Whether it is EclipseLink's own: a flush, a relation that loads by itself, a query by the entity manager. */
    public boolean isProvided() {
        return provided;
    }

    /** The values bound to it, with {@link #MASK} for those of masked attributes. */
    public List<@Nullable Object> binds() {
        return Collections.unmodifiableList(binds.get());
    }

    /**
     * The place in the application that it runs for: the first that is not of the toolkit, EclipseLink, the JDK or an
     * entity. To be asked for while the event is told; it walks the stack.
     */
    public Optional<StackWalker.StackFrame> caller() {
        return caller.get();
    }

    @Override
    public String toString() {
        return sql;
    }
}
