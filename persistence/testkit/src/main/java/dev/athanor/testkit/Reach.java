// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit;

import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.tree.JoinedSource;
import dev.athanor.sql.tree.Node;
import dev.athanor.sql.tree.PartSource;
import dev.athanor.sql.tree.Source;
import dev.athanor.sql.tree.TableSource;
import java.util.Set;

/** Whether a hybrid reads only what the rows of a check have. */
final class Reach {
    private final EntityModels models;
    private final HybridMethod hybrid;

    Reach(EntityModels models, HybridMethod hybrid) {
        this.models = models;
        this.hybrid = hybrid;
    }

    void check(Node expression) {
        Set<String> missing = models.tables().missing(expression);
        if (!missing.isEmpty()) {
            throw ContractException.hybrid(
                    hybrid.toString(),
                    "reads " + missing + ", to which no relation leads that is followed; say depth(…) to follow more");
        }
        for (ColumnReference column : TemporaryTables.columns(expression)) {
            if (isTable(column.source()) && !models.tables().has(column)) {
                throw ContractException.hybrid(
                        hybrid.toString(),
                        "reads the column \"" + column.name() + "\" of \""
                                + column.source().alias() + "\", in which no attribute is kept");
            }
        }
    }

    static boolean isTable(Source source) {
        return source instanceof TableSource || source instanceof JoinedSource || source instanceof PartSource;
    }
}
