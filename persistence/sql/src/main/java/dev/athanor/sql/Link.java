// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import java.util.List;

/**
 * A table that links two.
 *
 * @param table where it is
 * @param own its columns that refer to the owner
 * @param ownKey the columns of the owner they refer to
 * @param target its columns that refer to the target
 * @param targetKey the columns of the target they refer to
 */
public record Link(Kept table, List<String> own, List<String> ownKey, List<String> target, List<String> targetKey) {
    /** Keeps copies. */
    public Link {
        own = List.copyOf(own);
        ownKey = List.copyOf(ownKey);
        target = List.copyOf(target);
        targetKey = List.copyOf(targetKey);
    }
}
