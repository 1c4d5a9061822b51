// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.academy;

import static dev.athanor.sql.Aggregates.count;
import static dev.athanor.sql.Aggregates.min;
import static dev.athanor.sql.Sql.inline;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Windows.denseRank;
import static dev.athanor.sql.Windows.orderBy;

import dev.athanor.app.InputRules;
import dev.athanor.app.InvalidInput;
import dev.athanor.app.UniqueConstraints;
import dev.athanor.app.Violation;
import dev.athanor.app.Violations;
import dev.athanor.domain.academy.Course;
import dev.athanor.domain.academy.QCourse;
import dev.athanor.domain.academy.QEnrolment;
import dev.athanor.orm.Session;
import dev.athanor.orm.transaction.ReadOnly;
import dev.athanor.sql.CommonTable;
import dev.athanor.sql.NumberExpr;
import dev.athanor.sql.Select;
import dev.athanor.sql.SqlException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@link Courses} by a session. */
@ApplicationScoped
@Transactional
class CourseService implements Courses {
    private static final UniqueConstraints UNIQUE =
            new UniqueConstraints(Map.of("course_code_unique", new Violation("code", "is another course's")));

    private final QCourse c = QCourse.as("c");
    private final QCourse required = QCourse.as("required");
    private final QEnrolment n = QEnrolment.as("n");

    @Inject
    private Session session;

    @Inject
    private InputRules rules;

    @Override
    public CourseView announce(NewCourse wanted) {
        new Violations(rules.violations(wanted)).refuse();
        List<Course> before = session.list(select(c).where(c.code.in(wanted.prerequisites())));
        new Violations()
                .when(before.size() < wanted.prerequisites().size(), "prerequisites", "are not all there")
                .refuse();
        Course course = new Course(wanted.code(), wanted.title(), wanted.seats());
        before.forEach(course::require);
        try {
            session.add(course);
            session.flush();
        } catch (SqlException e) {
            throw UNIQUE.violated(e).<RuntimeException>map(InvalidInput::new).orElse(e);
        }
        return session.one(views().where(c.id.eq(course.id())));
    }

    private Select<CourseView> views() {
        return select(CourseView.class, c.id, c.code, c.title, c.seats, c.taken())
                .from(c);
    }

    @Override
    public Optional<CourseView> find(String code) {
        return session.oneOrNone(views().where(c.code.eq(code)));
    }

    @Override
    public List<CourseView> withSeats() {
        return session.list(views().where(c.isFull().not()).orderBy(c.code.asc()));
    }

    @Override
    @ReadOnly
    public List<Prerequisite> pathTo(String code) {
        NumberExpr<Long> id = c.id.as("id");
        NumberExpr<Integer> steps = inline(0).as("steps");
        CommonTable path = select(id, steps).from(c).where(c.code.eq(code)).recursiveUnionAll("path", nearer -> select(
                        required.id, nearer.get(steps).plus(1))
                .from(nearer)
                .join(c, c.id.eq(nearer.get(id)))
                .join(c.prerequisites, required));
        NumberExpr<Integer> nearest = min(path.get(steps)).as("nearest");
        return session.list(select(Prerequisite.class, required.code, required.title, nearest)
                .from(path)
                .join(required, required.id.eq(path.get(id)))
                .where(path.get(steps).gt(0))
                .groupBy(required.id)
                .orderBy(nearest.asc(), required.code.asc()));
    }

    @Override
    @ReadOnly
    public List<CourseResult> results() {
        NumberExpr<Long> passed = count().filter(n.isPassed());
        NumberExpr<BigDecimal> part = passed.asDecimal().dividedBy(count());
        return session.list(
                select(CourseResult.class, c.code, count(), passed, denseRank().over(orderBy(part.desc())))
                        .from(n)
                        .join(n.course, c)
                        .where(n.grade.isNotNull())
                        .groupBy(c.id)
                        .orderBy(c.code.asc()));
    }
}
