// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.academy;

import dev.athanor.app.InvalidInput;
import java.util.Optional;

/** Who learns here. */
public interface Students {

    /**
     * Admits somebody.
     *
     * @throws InvalidInput if something is missing or malformed, or the address is another student's
     */
    StudentView admit(Admission admission);

    /** The student of this key, unless the student has left. */
    Optional<StudentView> find(long id);

    /**
     * Lets a student leave: nobody sees the student then, and the address is free for others. Grades are kept.
     *
     * @throws InvalidInput if there is no such student
     */
    void leave(long id);

    /**
     * Lets a student who has left come back.
     *
     * @throws InvalidInput if there is no such student, or the address is another's by now
     */
    StudentView comeBack(long id);

    /**
     * A student.
     *
     * @param id the key, which never changes
     * @param name what the student is called
     * @param email where the student is reached
     */
    record StudentView(long id, String name, String email) {}
}
