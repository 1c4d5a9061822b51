// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.workforce;

import dev.athanor.app.ChangedMeanwhile;
import dev.athanor.app.Edition;
import dev.athanor.app.InvalidInput;
import dev.athanor.app.NotFound;
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

    /** What a department is called. */
    Optional<Edition<String>> nameOf(long department);

    /**
     * Calls a department otherwise.
     *
     * @param version of the department, as it was read
     * @throws NotFound if there is no such department
     * @throws ChangedMeanwhile if it is another by now
     * @throws InvalidInput if the name is missing, malformed or another department's
     */
    void rename(long department, int version, String name);

    /**
     * Closes a department that nobody is in.
     *
     * @param version of the department, as it was read
     * @throws NotFound if there is no such department
     * @throws ChangedMeanwhile if it is another by now
     * @throws InvalidInput if it has employees, or departments below it
     */
    void close(long department, int version);

    /** What is said of an employee that may change. */
    Optional<Edition<EmployeeChange>> edition(long employee);

    /**
     * Says otherwise what may change of an employee: moves to another department are kept, with who did it.
     *
     * @param version of the employee, as it was read
     * @throws NotFound if there is no such employee
     * @throws ChangedMeanwhile if it is another by now
     * @throws InvalidInput if something is missing or malformed, department or manager are not there, or the manager
     *     reports to the employee, however indirectly
     */
    void change(long employee, int version, EmployeeChange changed);

    /**
     * Employs somebody.
     *
     * @throws InvalidInput if something is missing or malformed, or department or manager are not there
     */
    Worker.Employed employ(NewEmployee wanted);

    /**
     * Lets an employee go. Where the employee was, and for what pay, is kept.
     *
     * @param version of the employee, as it was read
     * @throws NotFound if there is no such employee
     * @throws ChangedMeanwhile if it is another by now
     * @throws InvalidInput if others report to the employee
     */
    void dismiss(long employee, int version);

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
     * @throws InvalidInput if there is no such department; the percentage is not positive, or more than 1000; or a
     *     salary would become too large
     */
    int raise(long department, BigDecimal percent);

    /** Who works here under this key. */
    Optional<Worker> find(long id);

    /** All whose names have a text in them, in whatever way they work here, in the order of names. */
    List<Worker> named(String text);
}
