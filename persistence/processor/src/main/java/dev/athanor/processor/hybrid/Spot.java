// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor.hybrid;

import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.List;

/**
 * How the columns of a row are reached.
 *
 * @param code what has the columns
 * @param table the table that it is, or is in
 * @param hops the relations from where the body begins
 * @param optional whether there may be no row
 */
record Spot(CodeBlock code, CodeBlock table, List<Hop> hops, boolean optional) {
    Spot {
        hops = List.copyOf(hops);
    }

    static Spot of(CodeBlock table) {
        return new Spot(table, table, List.of(), false);
    }

    CodeBlock field(String name) {
        return CodeBlock.of("$L.$N", code, name);
    }

    /** An object embedded here. */
    Spot embedded(CodeBlock field) {
        return new Spot(field, table, hops, optional);
    }

    /** The key of the row that a relation from here leads to. */
    Spot key(CodeBlock relation) {
        return new Spot(relation, table, hops, true);
    }

    /** The row that a relation from here leads to. */
    Spot through(CodeBlock relation, String target) {
        List<Hop> further = new ArrayList<>(hops);
        further.add(new Hop(relation, target));
        CodeBlock variable = CodeBlock.of("$N", target);
        return new Spot(variable, variable, further, true);
    }

    /** A value found here, as one of the row where the body begins. */
    CodeBlock reached(CodeBlock value) {
        CodeBlock code = value;
        for (int i = hops.size() - 1; i >= 0; i--) {
            code = CodeBlock.of(
                    "$T.one($L, $N, $L)",
                    Classes.RELATED,
                    hops.get(i).relation(),
                    hops.get(i).target(),
                    code);
        }
        return code;
    }

    /** Those of what is found here. */
    Traits traits() {
        return hops.isEmpty() ? Traits.SURE : Traits.SURE.changing("reads other rows than its own");
    }

    /** A relation to one, and the variable of the table it leads to. */
    record Hop(CodeBlock relation, String target) {}
}
