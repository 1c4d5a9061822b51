// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.Command;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An insert, an update or a delete that gives values of the rows it touches. Immutable and thread-safe.
 *
 * @param <R> what each row is read as
 */
public final class Returning<R> extends Rows<R> {
    private final Command command;

    Returning(Command command, List<Expr<?>> selected, Result<R> result, Parameters parameters) {
        super(selected, result, parameters);
        this.command = command;
    }

    @Override
    public Command command() {
        return command;
    }

    @Override
    public Returning<R> bind(String name, @Nullable Object value) {
        return new Returning<>(command, selected(), result(), bound(name, value));
    }
}
