// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.internal;

import java.util.List;
import java.util.function.Predicate;
import liquibase.changelog.ChangeSet;

/**
 * Change sets with the label {@code contract}: what servers of the version before still need goes with them. They wait
 * while they are the last ones that are missing in a database in use; what comes after them says that all servers are
 * of a version that does without.
 */
public final class Contract {
    /** The label. */
    public static final String LABEL = "contract";

    private Contract() {}

    /** Whether a change set is one. */
    public static boolean is(ChangeSet changeSet) {
        return changeSet.getLabels() != null
                && changeSet.getLabels().getLabels().contains(LABEL);
    }

    /** Those at the end of what is missing. */
    public static <T> List<T> heldBack(List<T> missing, Predicate<T> isContract) {
        int begin = missing.size();
        while (begin > 0 && isContract.test(missing.get(begin - 1))) {
            begin--;
        }
        return List.copyOf(missing.subList(begin, missing.size()));
    }
}
