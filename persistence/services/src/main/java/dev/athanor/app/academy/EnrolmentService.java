// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.academy;

import static dev.athanor.orm.Load.selectin;
import static dev.athanor.sql.Sql.exists;
import static dev.athanor.sql.Sql.forNoKeyUpdate;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;

import dev.athanor.app.InvalidInput;
import dev.athanor.app.Reason;
import dev.athanor.app.Texts;
import dev.athanor.app.Violations;
import dev.athanor.domain.academy.Course;
import dev.athanor.domain.academy.Enrolment;
import dev.athanor.domain.academy.Grade;
import dev.athanor.domain.academy.QCourse;
import dev.athanor.domain.academy.QEnrolment;
import dev.athanor.domain.academy.QStudent;
import dev.athanor.domain.academy.Student;
import dev.athanor.orm.ReadOption;
import dev.athanor.orm.Session;
import dev.athanor.orm.transaction.Isolation;
import dev.athanor.orm.transaction.IsolationLevel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * {@link Enrolments} by a session. Both rules that several may break together are about a row: a course's seats, and a
 * student's courses. Whoever enrols locks both, the student first, and then asks; so nobody counts what is about to
 * change, and nothing has to be done again.
 */
@ApplicationScoped
@Transactional
class EnrolmentService implements Enrolments {
    private static final String NOT_IN = "is not in the course";

    private final QStudent s = QStudent.as("s");
    private final QCourse c = QCourse.as("c");
    private final QCourse required = QCourse.as("required");
    private final QEnrolment n = QEnrolment.as("n");
    private final QEnrolment earlier = QEnrolment.as("earlier");

    @Inject
    private Session session;

    @Override
    @Isolation(IsolationLevel.READ_COMMITTED)
    public Place enrol(long studentId, String code) {
        Optional<Student> student = session.oneOrNone(
                select(s).where(s.id.eq(studentId)).lock(forNoKeyUpdate()).options(ReadOption.POPULATE_EXISTING));
        Optional<Course> course = session.oneOrNone(
                select(c).where(c.code.eq(code)).lock(forNoKeyUpdate()).options(ReadOption.POPULATE_EXISTING));
        new Violations()
                .when(student.isEmpty(), "student", Texts.UNKNOWN)
                .when(course.isEmpty(), "course", Texts.UNKNOWN)
                .refuse();
        return enrol(student.orElseThrow(), course.orElseThrow());
    }

    private Place enrol(Student student, Course course) {
        // region rules
        List<String> missing = missing(student, course);
        new Violations()
                .when(
                        session.exists(select(c).where(c.id.eq(course.id()), c.isFull())),
                        "course",
                        "is full",
                        Reason.COURSE_FULL)
                .when(
                        find(student.id(), course.code()).isPresent(),
                        "course",
                        "has had the student already",
                        Reason.ENROLLED_BEFORE)
                .when(
                        running(student) >= MOST_AT_A_TIME,
                        "student",
                        "is in " + MOST_AT_A_TIME + " courses already",
                        Reason.TOO_MANY_COURSES)
                .when(
                        !missing.isEmpty(),
                        "student",
                        "has to pass " + String.join(", ", missing) + " before",
                        Reason.PREREQUISITE_MISSING)
                .refuse();
        // endregion
        Enrolment enrolment = new Enrolment(student, course, LocalDate.now(ZoneOffset.UTC));
        session.add(enrolment);
        session.flush();
        return place(enrolment);
    }

    private long running(Student student) {
        return session.count(select(n).where(n.student.id.eq(student.id()), n.grade.isNull()));
    }

    /** The codes of what has to be passed before, and is not. */
    private List<String> missing(Student student, Course course) {
        return session.list(selectValue(required.code)
                .from(c)
                .join(c.prerequisites, required)
                .where(
                        c.id.eq(course.id()),
                        exists(
                                        earlier,
                                        earlier.course.id.eq(required.id),
                                        earlier.student.id.eq(student.id()),
                                        earlier.isPassed())
                                .not())
                .orderBy(required.code.asc()));
    }

    private Optional<Enrolment> find(long student, String course) {
        return session.oneOrNone(select(n)
                .join(n.course, c)
                .where(n.student.id.eq(student), c.code.eq(course))
                .options(selectin(n.course), selectin(n.student)));
    }

    @Override
    public void withdraw(long student, String course) {
        Enrolment enrolment = find(student, course).orElseThrow(() -> new InvalidInput("student", NOT_IN));
        new Violations()
                .when(enrolment.grade() != null, "course", "is over", Reason.COURSE_OVER)
                .refuse();
        session.delete(enrolment);
    }

    @Override
    public Place grade(long student, String course, String grade) {
        Optional<Enrolment> enrolment = find(student, course);
        Optional<Grade> given = Arrays.stream(Grade.values())
                .filter(one -> one.name().equals(grade))
                .findFirst();
        new Violations()
                .when(enrolment.isEmpty(), "student", NOT_IN)
                .when(given.isEmpty(), "grade", "is none that there is")
                .refuse();
        enrolment.orElseThrow().grade(given.orElseThrow());
        return place(enrolment.orElseThrow());
    }

    @Override
    public List<Place> transcript(long student) {
        return session
                .list(select(n)
                        .join(n.course, c)
                        .where(n.student.id.eq(student))
                        .orderBy(n.enrolledOn.asc(), c.code.asc())
                        .options(selectin(n.course), selectin(n.student)))
                .stream()
                .map(EnrolmentService::place)
                .toList();
    }

    @Override
    public List<String> participants(String course) {
        return session.list(selectValue(s.name)
                .from(n)
                .join(n.student, s)
                .join(n.course, c)
                .where(c.code.eq(course), n.grade.isNull())
                .orderBy(s.name.asc(), s.id.asc()));
    }

    private static Place place(Enrolment enrolment) {
        Grade grade = enrolment.grade();
        return new Place(
                enrolment.course().code(),
                enrolment.course().title(),
                enrolment.enrolledOn(),
                grade == null ? null : grade.name());
    }
}
