// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.render;

import dev.athanor.sql.tree.Bind;
import dev.athanor.sql.tree.Command;
import java.util.List;

/**
 * The text of all statements of one structure, with a {@code ?} for each of their binds.
 *
 * @param sql the text
 * @param values how many binds there are
 * @param commonTables whether there are common tables
 */
public record Rendered(String sql, int values, boolean commonTables) {
    /** The binds of a statement of this structure, in the order of the text. */
    public List<Bind> binds(Command command) {
        return Binds.of(command, values, commonTables);
    }
}
