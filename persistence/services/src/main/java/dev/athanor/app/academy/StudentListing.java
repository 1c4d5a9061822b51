// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.academy;

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
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** The students who have not left, with the courses they are and were in, for those who teach. */
@ApplicationScoped
@Transactional(dontRollbackOn = InvalidQuery.class) // nothing to undo, and nothing for the log of the server
@ReadOnly
public class StudentListing {
    private final QStudent s = QStudent.as("s");
    private final QEnrolment n = QEnrolment.as("n");
    private final QCourse c = QCourse.as("c");

    private final View<Course> courses = View.of(c, "id", c.id, Course::id)
            .attribute("code", c.code, Course::code)
            .attribute("title", c.title, Course::title)
            .made();

    private final View<Enrolment> enrolments = View.of(n, "enrolledOn", n.enrolledOn, Enrolment::enrolledOn)
            .attribute("grade", n.grade, Enrolment::grade)
            .link("course", n.course, Enrolment::course, () -> courses)
            .made();

    private final View<Student> students = View.of(s, "id", s.id, Student::id)
            .attribute("name", s.name, Student::name)
            .attribute("email", s.email, Student::email)
            .version(Student::version)
            .link("enrolments", s.enrolments, Student::enrolments, () -> enrolments)
            .made();

    @Inject
    private Session session;

    /** What is told of a student. */
    public ViewShape shape() {
        return students;
    }

    /** A page of what is asked for. */
    public ViewPage list(ViewRequest request) {
        return students.query(request).page(session);
    }

    /** The student of this key. */
    public Optional<ViewDocument> find(long id, ViewRequest request) {
        return students.query(request).one(session, s.id, id);
    }
}
