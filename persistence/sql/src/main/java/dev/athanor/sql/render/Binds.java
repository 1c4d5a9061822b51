// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.render;

import dev.athanor.sql.tree.Bind;
import dev.athanor.sql.tree.Command;
import dev.athanor.sql.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Finds the binds below a node. */
final class Binds implements Consumer<Node> {
    private final List<Bind> found = new ArrayList<>();

    static List<Bind> of(Command command, boolean commonTables) {
        Binds binds = new Binds();
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
        } else {
            node.forEachPart(this);
        }
    }
}
