// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor.hybrid;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;

/** What in a body cannot be said in SQL, and what to write instead: a compile error at its line. */
public final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Tree tree;
    private final transient CompilationUnitTree unit;

    Unreadable(Tree tree, CompilationUnitTree unit, String message) {
        super(message);
        this.tree = tree;
        this.unit = unit;
    }

    /** One that stays one, wherever it is met: a body that leads back to itself. */
    static final class Endless extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient Unreadable problem;

        Endless(Unreadable problem) {
            this.problem = problem;
        }

        Unreadable problem() {
            return problem;
        }
    }

    /** What a mapped superclass does not have for all: the table of the entity has it. */
    static final class Elsewhere extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** What it is. */
    public Tree tree() {
        return tree;
    }

    /** The file it is in. */
    public CompilationUnitTree unit() {
        return unit;
    }
}
