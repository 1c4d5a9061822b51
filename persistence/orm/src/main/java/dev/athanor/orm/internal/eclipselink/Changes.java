// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.sql.tree.Command;
import dev.athanor.sql.tree.CommonTableSource;
import dev.athanor.sql.tree.Deletion;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Insertion;
import dev.athanor.sql.tree.Modification;
import dev.athanor.sql.tree.Node;
import dev.athanor.sql.tree.TableSource;
import java.util.ArrayList;
import java.util.List;

/** The commands of a statement that write: itself, and those of its common tables. */
final class Changes {
    private final List<Command> found = new ArrayList<>();

    private Changes() {}

    static List<Command> in(Command command) {
        Changes changes = new Changes();
        changes.visit(command);
        return changes.found;
    }

    private void visit(Node node) {
        if (node instanceof Command command) {
            command.with().forEach(table -> visit(table.command()));
            add(command);
        } else if (node instanceof CommonTableSource common) {
            common.table().ifPresent(table -> visit(table.command()));
        }
        node.forEachPart(this::visit);
    }

    /** Once, although several sources may be of its rows. */
    private void add(Command command) {
        if (writes(command) && found.stream().noneMatch(other -> other == command)) {
            found.add(command);
        }
    }

    static boolean writes(Command command) {
        return command instanceof Insertion || command instanceof Modification || command instanceof Deletion;
    }

    /** The table that is written. */
    static TableSource target(Command command) {
        if (command instanceof Insertion insertion) {
            return insertion.parts().target();
        }
        return command instanceof Modification modification
                ? modification.parts().target()
                : ((Deletion) command).parts().target();
    }

    /** What is given of each row. */
    static List<Expression> returned(Command command) {
        if (command instanceof Insertion insertion) {
            return insertion.parts().returning();
        }
        return command instanceof Modification modification
                ? modification.parts().returning()
                : ((Deletion) command).parts().returning();
    }
}
