// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.academy;

import static dev.athanor.sql.Sql.exists;

import dev.athanor.app.view.InvalidQuery;
import dev.athanor.app.view.View;
import dev.athanor.app.view.ViewDocument;
import dev.athanor.app.view.ViewPage;
import dev.athanor.app.view.ViewRequest;
import dev.athanor.app.view.ViewShape;
import dev.athanor.domain.academy.Course;
import dev.athanor.domain.academy.Enrolment;
import dev.athanor.domain.academy.QCourse;
import dev.athanor.domain.academy.QEnrolment;
import dev.athanor.domain.academy.QStudent;
import dev.athanor.domain.academy.Student;
import dev.athanor.orm.Session;
import dev.athanor.orm.transaction.ReadOnly;
import dev.athanor.sql.Condition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Who is and was in which course, and how it went, for those who teach; without those who have left. */
@ApplicationScoped
@Transactional(dontRollbackOn = InvalidQuery.class) // nothing to undo, and nothing for the log of the server
@ReadOnly
public class EnrolmentListing {
    private final QEnrolment n = QEnrolment.as("n");
    private final QStudent s = QStudent.as("s");
    private final QStudent living = QStudent.as("living");
    private final QCourse c = QCourse.as("c");

    private final View<Student> students = View.of(s, "id", s.id, Student::id)
            .attribute("name", s.name, Student::name)
            .attribute("email", s.email, Student::email)
            .made();

    private final View<Course> courses = View.of(c, "id", c.id, Course::id)
            .attribute("code", c.code, Course::code)
            .attribute("title", c.title, Course::title)
            .made();

    private final View<Enrolment> enrolments = View.of(n, "studentId", n.id.studentId, Enrolment::studentId)
            .key("courseId", n.id.courseId, Enrolment::courseId)
            .attribute("enrolledOn", n.enrolledOn, Enrolment::enrolledOn)
            .attribute("grade", n.grade, Enrolment::grade)
            .version(Enrolment::version)
            .link("student", n.student, Enrolment::student, () -> students)
            .link("course", n.course, Enrolment::course, () -> courses)
            .made();

    @Inject
    private Session session;

    /** What is told of an enrolment. */
    public ViewShape shape() {
        return enrolments;
    }

    /** A page of what is asked for. */
    public ViewPage list(ViewRequest request) {
        return enrolments.query(request).page(session, ofLiving());
    }

    /** A student's place in a course, both by their keys. */
    public Optional<ViewDocument> find(long student, long course, ViewRequest request) {
        return enrolments.query(request).one(session, n.id.studentId, student, n.id.courseId.eq(course), ofLiving());
    }

    /** The session leaves out those who have left from what is read of students alone; here it is asked for. */
    private Condition ofLiving() {
        return exists(living, living.id.eq(n.id.studentId));
    }
}
