// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.workforce;

import dev.athanor.app.InvalidInput;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who comes, moves, and is paid what. */
public interface Staff {

    /**
     * Opens a department, which may be a part of another, and gives its key.
     *
     * @throws InvalidInput if the name is missing, malformed or another department's, or the other is not there
     */
    long open(String name, @Nullable Long parent);

    /**
     * Employs somebody.
     *
     * @throws InvalidInput if something is missing or malformed, or department or manager are not there
     */
    Worker.Employed employ(NewEmployee wanted);

    /**
     * Engages somebody for a while.
     *
     * @throws InvalidInput if something is missing or malformed
     */
    Worker.Engaged engage(NewContractor wanted);

    /**
     * Moves an employee to another department; who did, and when, is kept.
     *
     * @throws InvalidInput if one of them is not there
     */
    void move(long employee, long department);

    /**
     * Lets an employee report to another manager.
     *
     * @throws InvalidInput if one of them is not there, or the manager reports to the employee, however indirectly
     */
    void reportTo(long employee, long manager);

    /**
     * Raises the salaries of a department by some percent, and gives how many; what they were is kept.
     *
     * @throws InvalidInput if there is no such department, or the percentage is not positive
     */
    int raise(long department, BigDecimal percent);

    /** Who works here under this key. */
    Optional<Worker> find(long id);

    /** All whose names have a text in them, in whatever way they work here, in the order of names. */
    List<Worker> named(String text);
}
