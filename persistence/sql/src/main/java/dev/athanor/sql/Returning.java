// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.Command;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An insert, an update or a delete that gives values of the rows it touches. Immutable and thread-safe.
 *
 * @param <R> what each row is read as
 */
public final class Returning<R> extends Rows<R> {
    private final Command command;
    private final List<Option<? super R>> options;

    Returning(Command command, List<Expr<?>> selected, Result<R> result, Parameters parameters) {
        this(command, selected, result, List.of(), parameters);
    }

    private Returning(
            Command command,
            List<Expr<?>> selected,
            Result<R> result,
            List<Option<? super R>> options,
            Parameters parameters) {
        super(selected, result, parameters);
        this.command = command;
        this.options = options;
    }

    @Override
    public Command command() {
        return command;
    }

    @Override
    public Returning<R> bind(String name, @Nullable Object value) {
        return new Returning<>(command, selected(), result(), options, bound(name, value));
    }

    /** How a session is to read the entities; in addition to what was said before. */
    @SafeVarargs
    public final Returning<R> options(Option<? super R>... more) {
        List<Option<? super R>> all = new ArrayList<>(options);
        for (Option<? super R> option : more) {
            all.add(option);
        }
        return new Returning<>(command, selected(), result(), List.copyOf(all), parameters());
    }

    @Override
    public List<Option<? super R>> options() {
        return options;
    }
}
