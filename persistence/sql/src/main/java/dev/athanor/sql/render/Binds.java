// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.render;

import dev.athanor.sql.tree.Bind;
import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.tree.Command;
import dev.athanor.sql.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Finds the binds below a node. */
final class Binds implements Consumer<Node> {
    private final List<Bind> found;

    private Binds(int expected) {
        found = new ArrayList<>(expected);
    }

    static List<Bind> of(Command command, int expected, boolean commonTables) {
        Binds binds = new Binds(expected);
        if (commonTables) {
            CommonTables.of(command).forEach(binds);
        }
        binds.accept(command);
        return binds.found;
    }

    @Override
    public void accept(Node node) {
        if (node instanceof Bind bind) {
            found.add(bind);
        } else if (!(node instanceof ColumnReference)) {
            node.forEachPart(this);
        }
    }
}
