// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.academy;

import dev.athanor.app.InvalidInput;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who is in which course, and how it went. */
public interface Enrolments {
    /** In how many courses a student may be at a time. */
    int MOST_AT_A_TIME = 5;

    /**
     * Gives a student a seat in a course.
     *
     * @throws InvalidInput if student or course are not there, the course is full, the student was in it already, is in
     *     too many others, or has not passed what has to be passed before: all of it at once
     */
    Place enrol(long student, String course);

    /**
     * Gives a student's seat back.
     *
     * @throws InvalidInput if the student has none, or has a grade already
     */
    void withdraw(long student, String course);

    /**
     * Ends a student's place in a course with a grade: EXCELLENT, GOOD, FAIR, SUFFICIENT or FAILED.
     *
     * @throws InvalidInput if the student has no place there, or there is no such grade
     */
    Place grade(long student, String course, String grade);

    /** All places of a student, the first first. */
    List<Place> transcript(long student);

    /** The names of those who are in a course now. */
    List<String> participants(String course);

    /**
     * A place in a course.
     *
     * @param course its code
     * @param title what it is called
     * @param enrolledOn since when
     * @param grade how it went; null while it goes on
     */
    record Place(
            String course,
            String title,
            LocalDate enrolledOn,
            @Nullable String grade) {}
}
