// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Whether nodes mean the same: by structure, and by the values that are bound. */
public final class Sameness implements Consumer<Node> {
    private final List<Bind> binds = new ArrayList<>();

    private Sameness() {}

    /** Whether both have the same structure and the same values. */
    public static boolean same(Node one, Node other) {
        if (one == other) {
            return true;
        }
        if (!one.sameStructure(other)) {
            return false;
        }
        List<Bind> ones = bindsOf(one);
        List<Bind> others = bindsOf(other);
        for (int i = 0; i < ones.size(); i++) {
            if (!ones.get(i).sameValue(others.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether there are values below a node. */
    public static boolean hasBinds(Node node) {
        return !bindsOf(node).isEmpty();
    }

    private static List<Bind> bindsOf(Node node) {
        Sameness found = new Sameness();
        found.accept(node);
        return found.binds;
    }

    @Override
    public void accept(Node node) {
        if (node instanceof Bind bind) {
            binds.add(bind);
        } else {
            node.forEachPart(this);
        }
    }
}
