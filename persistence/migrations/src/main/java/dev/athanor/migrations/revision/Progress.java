// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.revision;

import dev.athanor.migrations.MigrationEvent;

/**
 * Is told how far a migration is, by the thread that does it.
 *
 * <pre>{@code database.telling((revision, changeSet, number, all) -> print(number + " of " + all)); }</pre>
 */
@FunctionalInterface
public interface Progress {
    /** Of one that nobody looks at. */
    Progress NONE = (revision, changeSet, number, all) -> {};

    /**
     * A change set is about to be run, or taken back.
     *
     * @param revision the id of its revision
     * @param changeSet its id
     * @param number which it is, from 1
     * @param all how many there are to do
     */
    void begins(String revision, String changeSet, int number, int all);

    /** Others are waited for, or a migration of rows has done some more of them. */
    default void goesOn(MigrationEvent event) {}
}
