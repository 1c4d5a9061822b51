// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.render;

import dev.athanor.sql.tree.Bind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The text and the binds as they are written: on one line, or on several for people. */
final class Output {
    private final StringBuilder text = new StringBuilder(256);
    private final List<Bind> binds = new ArrayList<>();
    private final boolean pretty;
    private int depth;

    Output(boolean pretty) {
        this.pretty = pretty;
    }

    Output append(String part) {
        text.append(part);
        return this;
    }

    Output bind(Bind bind) {
        binds.add(bind);
        return append("?");
    }

    /** What separates the clauses of a statement. */
    Output separate() {
        return pretty ? line() : append(" ");
    }

    /** Opens the parentheses of a statement within another. */
    Output open() {
        append("(");
        depth++;
        return pretty ? line() : this;
    }

    Output close() {
        depth--;
        return (pretty ? line() : this).append(")");
    }

    private Output line() {
        return append("\n").append("  ".repeat(depth));
    }

    <N> void list(List<N> parts, Consumer<? super N> writer) {
        list(parts, ", ", writer);
    }

    <N> void list(List<N> parts, String separator, Consumer<? super N> writer) {
        for (int i = 0; i < parts.size(); i++) {
            if (i > 0) {
                append(separator);
            }
            writer.accept(parts.get(i));
        }
    }

    /** The binds that were written, in this order. */
    List<Bind> binds() {
        return binds;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
