// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.academy;

import dev.athanor.app.ChangedMeanwhile;
import dev.athanor.app.Edition;
import dev.athanor.app.InvalidInput;
import dev.athanor.app.NotFound;
import java.util.List;
import java.util.Optional;

/** What is taught. */
public interface Courses {

    /**
     * Teaches something new. What has to be passed before is there already, so that nothing has to be passed before
     * itself.
     *
     * @throws InvalidInput if something is missing or malformed, the code is another course's, or what has to be passed
     *     before is not there
     */
    CourseView announce(NewCourse course);

    /** What is said of the course of a code. */
    Optional<Edition<NewCourse>> edition(String code);

    /**
     * Says otherwise what a course is called, and for how many it is.
     *
     * @param version of the course, as it was read
     * @throws NotFound if there is no such course
     * @throws ChangedMeanwhile if it is another by now
     * @throws InvalidInput if something is missing or malformed, there would be fewer seats than are taken, or the
     *     code, or what has to be passed before, is not the same
     */
    void change(String code, int version, NewCourse changed);

    /**
     * Teaches a course no longer.
     *
     * @param version of the course, as it was read
     * @throws NotFound if there is no such course
     * @throws ChangedMeanwhile if it is another by now
     * @throws InvalidInput if somebody is or was in it, or it has to be passed before another
     */
    void drop(String code, int version);

    /** The course of a code. */
    Optional<CourseView> find(String code);

    /** The courses that have seats left, in the order of their codes. */
    List<CourseView> withSeats();

    /** All that has to be passed before a course, directly or before that, what is nearest first. */
    List<Prerequisite> pathTo(String code);

    /** How each course that has grades went, in the order of codes. */
    List<CourseResult> results();

    /**
     * A course.
     *
     * @param id the key, which never changes
     * @param code what people call it by
     * @param title what it is called
     * @param seats for how many
     * @param taken how many are in it now
     */
    record CourseView(long id, String code, String title, int seats, long taken) {}

    /**
     * What has to be passed before.
     *
     * @param code of the course
     * @param title of the course
     * @param steps how far it is away: one for what is to be passed directly before
     */
    record Prerequisite(String code, String title, int steps) {}

    /**
     * How a course went.
     *
     * @param code of the course
     * @param graded how many have a grade
     * @param passed how many of these have passed
     * @param place of the course by the part that has passed, from 1
     */
    record CourseResult(String code, long graded, long passed, long place) {}
}
