// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.render;

import dev.athanor.sql.SqlError;
import dev.athanor.sql.SqlException;
import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.tree.Command;
import dev.athanor.sql.tree.CommonTable;
import dev.athanor.sql.tree.CommonTableSource;
import dev.athanor.sql.tree.Node;
import dev.athanor.sql.tree.Sameness;
import dev.athanor.sql.tree.Source;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Finds the common tables a statement uses: each once, after those it uses itself. */
final class CommonTables implements Consumer<Node> {
    private final Map<String, CommonTable> found = new LinkedHashMap<>();

    static Collection<CommonTable> of(Command command) {
        CommonTables tables = new CommonTables();
        tables.accept(command);
        return tables.found.values();
    }

    @Override
    public void accept(Node node) {
        if (node instanceof ColumnReference column) {
            use(column.source());
        }
        if (node instanceof Source source) {
            use(source);
        }
        if (node instanceof Command command) {
            command.with().forEach(this::add);
        }
        node.forEachPart(this);
    }

    /** By a column, too: a query from one source only need not name it. */
    private void use(Source source) {
        if (source instanceof CommonTableSource common) {
            common.table().ifPresent(this::add);
        }
    }

    private void add(CommonTable table) {
        CommonTable same = found.get(table.name());
        if (same == null) {
            accept(table.command());
            found.put(table.name(), table);
        } else if (!Sameness.same(same, table)) {
            throw new SqlException(
                    SqlError.STATEMENT_INVALID,
                    "two common tables are called \"" + table.name() + "\"; give one of them another name");
        }
    }
}
