// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.lint;

import java.util.function.BiConsumer;

/**
 * What there is to see where an operation is looked at. For one use.
 *
 * @param operation the operation
 * @param known what is known of the schema before it
 * @param inTransaction whether its change set is one transaction
 * @param found takes what a rule says
 */
record Look(Operation operation, KnownSchema known, boolean inTransaction, BiConsumer<Rule, String> found) {
    void find(Rule rule, String message) {
        found.accept(rule, message);
    }

    String table() {
        return operation.table();
    }

    String column() {
        return operation.table() + "." + operation.name();
    }

    /** Whether nobody uses the table yet. */
    boolean isNew() {
        return known.isNew(operation.table());
    }
}
