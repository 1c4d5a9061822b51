// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.academy;

import dev.athanor.app.ChangedMeanwhile;
import dev.athanor.app.Edition;
import dev.athanor.app.InvalidInput;
import dev.athanor.app.NotFound;
import java.util.Optional;

/** Who learns here. */
public interface Students {

    /**
     * Admits somebody.
     *
     * @throws InvalidInput if something is missing or malformed, or the address is another student's
     */
    StudentView admit(Admission admission);

    /** What is said of the student of this key, unless the student has left. */
    Optional<Edition<Admission>> edition(long id);

    /**
     * Says otherwise what a student is called, or where the student is reached.
     *
     * @param version of the student, as it was read
     * @throws NotFound if there is no such student
     * @throws ChangedMeanwhile if it is another by now
     * @throws InvalidInput if something is missing or malformed, or the address is another student's
     */
    void change(long id, int version, Admission changed);

    /** The student of this key, unless the student has left. */
    Optional<StudentView> find(long id);

    /**
     * Lets a student leave: nobody sees the student then, and the address is free for others. Grades are kept.
     *
     * @param version of the student, as it was read
     * @throws NotFound if there is no such student
     * @throws ChangedMeanwhile if it is another by now
     */
    void leave(long id, int version);

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
