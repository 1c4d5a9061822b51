// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.academy;

import dev.athanor.app.view.InvalidQuery;
import dev.athanor.app.view.View;
import dev.athanor.app.view.ViewDocument;
import dev.athanor.app.view.ViewPage;
import dev.athanor.app.view.ViewRequest;
import dev.athanor.app.view.ViewShape;
import dev.athanor.domain.academy.Course;
import dev.athanor.domain.academy.QCourse;
import dev.athanor.orm.Session;
import dev.athanor.orm.transaction.ReadOnly;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** The courses, with what each requires, as everybody may search them. */
@ApplicationScoped
@Transactional(dontRollbackOn = InvalidQuery.class) // nothing to undo, and nothing for the log of the server
@ReadOnly
public class CourseListing {
    // region view
    private final QCourse c = QCourse.as("c");
    private final View<Course> courses = View.of(c, "id", c.id, Course::id)
            .attribute("code", c.code, Course::code)
            .attribute("title", c.title, Course::title)
            .attribute("seats", c.seats, Course::seats)
            .version(Course::version)
            .link("prerequisites", c.prerequisites, Course::prerequisites, this::courses)
            .made();
    // endregion

    @Inject
    private Session session;

    private View<Course> courses() {
        return courses;
    }

    /** What is told of a course. */
    public ViewShape shape() {
        return courses;
    }

    // region list
    /** A page of what is asked for. */
    public ViewPage list(ViewRequest request) {
        return courses.query(request).page(session);
    }
    // endregion

    /** The course of this code. */
    public Optional<ViewDocument> find(String code, ViewRequest request) {
        return courses.query(request).one(session, c.code, code);
    }
}
