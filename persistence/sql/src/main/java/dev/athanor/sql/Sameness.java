// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.Bind;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** Whether expressions mean the same: by structure, and by the values that are bound. */
final class Sameness implements Consumer<Node> {
    private final List<Bind> binds = new ArrayList<>();

    private Sameness() {}

    static boolean same(Expression one, Expression other) {
        if (one == other) {
            return true;
        }
        if (!one.sameStructure(other)) {
            return false;
        }
        List<Bind> ones = bindsOf(one);
        List<Bind> others = bindsOf(other);
        for (int i = 0; i < ones.size(); i++) {
            if (!Objects.deepEquals(ones.get(i).value(), others.get(i).value())
                    || !ones.get(i).name().equals(others.get(i).name())) {
                return false;
            }
        }
        return true;
    }

    static boolean hasBinds(Expression expression) {
        return !bindsOf(expression).isEmpty();
    }

    private static List<Bind> bindsOf(Expression expression) {
        Sameness found = new Sameness();
        found.accept(expression);
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
