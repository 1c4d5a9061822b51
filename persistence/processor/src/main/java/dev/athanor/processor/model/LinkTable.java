// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor.model;

import java.util.List;

/**
 * A table that links two.
 *
 * @param table the table
 * @param own its columns that refer to the owner
 * @param ownKey what they refer to
 * @param target its columns that refer to the target
 * @param targetKey what they refer to
 */
public record LinkTable(
        TableName table, List<String> own, List<String> ownKey, List<String> target, List<String> targetKey) {
    /** The same, from the other side. */
    public LinkTable reversed() {
        return new LinkTable(table, target, targetKey, own, ownKey);
    }
}
