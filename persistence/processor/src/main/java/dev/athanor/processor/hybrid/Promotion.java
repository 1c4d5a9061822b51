// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor.hybrid;

import com.palantir.javapoet.TypeName;
import java.util.List;

/** What types numbers have when they meet. */
final class Promotion {
    /** From narrow to wide. */
    static final List<TypeName> RANK =
            List.of(TypeName.BYTE, TypeName.SHORT, TypeName.INT, TypeName.LONG, TypeName.FLOAT, TypeName.DOUBLE);

    private Promotion() {}

    /** The type of an operation on two numbers. */
    static TypeName of(TypeName left, TypeName right) {
        int rank = Math.max(rank(left), rank(right));
        return RANK.get(Math.max(rank, RANK.indexOf(TypeName.INT)));
    }

    /** The type of an operation on a number. */
    static TypeName of(TypeName type) {
        return of(type, TypeName.INT);
    }

    /** Whether a number of one type is one of another without a cast. */
    static boolean widens(TypeName from, TypeName to) {
        return rank(from) >= 0 && rank(from) <= rank(to);
    }

    private static int rank(TypeName type) {
        return RANK.indexOf(Classes.unboxed(type));
    }
}
