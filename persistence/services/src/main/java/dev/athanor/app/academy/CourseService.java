// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.academy;

import static dev.athanor.orm.Load.selectin;
import static dev.athanor.sql.Aggregates.count;
import static dev.athanor.sql.Aggregates.min;
import static dev.athanor.sql.Sql.forNoKeyUpdate;
import static dev.athanor.sql.Sql.inline;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static dev.athanor.sql.Windows.denseRank;
import static dev.athanor.sql.Windows.orderBy;

import dev.athanor.app.Changes;
import dev.athanor.app.Edition;
import dev.athanor.app.InputRules;
import dev.athanor.app.NotFound;
import dev.athanor.app.Reason;
import dev.athanor.app.UniqueConstraints;
import dev.athanor.app.Violation;
import dev.athanor.app.Violations;
import dev.athanor.domain.academy.Course;
import dev.athanor.domain.academy.QCourse;
import dev.athanor.domain.academy.QEnrolment;
import dev.athanor.orm.Session;
import dev.athanor.orm.transaction.Isolation;
import dev.athanor.orm.transaction.IsolationLevel;
import dev.athanor.orm.transaction.ReadOnly;
import dev.athanor.sql.CommonTable;
import dev.athanor.sql.NumberExpr;
import dev.athanor.sql.Select;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** {@link Courses} by a session. */
@ApplicationScoped
@Transactional
class CourseService implements Courses {
    private static final UniqueConstraints UNIQUE = new UniqueConstraints(
            Map.of("course_code_unique", new Violation("code", "is another course's", Reason.TAKEN)));

    private static final Changes CHANGES = new Changes(UNIQUE);

    private final QCourse c = QCourse.as("c");
    private final QCourse required = QCourse.as("required");
    private final QEnrolment n = QEnrolment.as("n");

    @Inject
    private Session session;

    @Inject
    private InputRules rules;

    @Override
    public CourseView announce(NewCourse wanted) {
        Set<String> codes = Objects.requireNonNullElse(wanted.prerequisites(), Set.of()); // the rules say so
        List<Course> before = session.list(select(c).where(c.code.in(codes)));
        new Violations(rules.violations(wanted))
                .when(before.size() < codes.size(), "prerequisites", "are not all there")
                .refuse();
        Course course = new Course(wanted.code(), wanted.title(), wanted.seats());
        before.forEach(course::require);
        session.add(course);
        CHANGES.write(session, "course " + wanted.code());
        return session.one(views().where(c.id.eq(course.id())));
    }

    @Override
    public Optional<Edition<NewCourse>> edition(String code) {
        return whole(code).map(course -> new Edition<>(input(course), course.version()));
    }

    private Optional<Course> whole(String code) {
        return session.oneOrNone(select(c).where(c.code.eq(code)).options(selectin(c.prerequisites)));
    }

    private static NewCourse input(Course course) {
        return new NewCourse(
                course.code(),
                course.title(),
                course.seats(),
                course.prerequisites().stream().map(Course::code).collect(Collectors.toSet()));
    }

    private Course whole(String code, int version) {
        Course course = whole(code).orElseThrow(() -> new NotFound("course"));
        Changes.check("course " + code, course.version(), version);
        return course;
    }

    /** Locked, so that nobody enrols meanwhile. */
    @Override
    @Isolation(IsolationLevel.READ_COMMITTED)
    public void change(String code, int version, NewCourse changed) {
        lock(code);
        Course course = whole(code, version);
        NewCourse before = input(course);
        new Violations(rules.violations(changed))
                .when(!code.equals(changed.code()), "code", "stays as it is")
                .when(!before.prerequisites().equals(changed.prerequisites()), "prerequisites", "stay as they are")
                .refuse();
        new Violations()
                .when(taken(course) > changed.seats(), "seats", "are fewer than are taken", Reason.IN_USE)
                .refuse();
        course.change(changed.title(), changed.seats());
        CHANGES.write(session, "course " + code);
    }

    private void lock(String code) {
        session.list(selectValue(c.id).from(c).where(c.code.eq(code)).lock(forNoKeyUpdate()));
    }

    private long taken(Course course) {
        return session.count(select(n).where(n.course.id.eq(course.id()), n.grade.isNull()));
    }

    @Override
    @Isolation(IsolationLevel.READ_COMMITTED)
    public void drop(String code, int version) {
        lock(code);
        Course course = whole(code, version);
        boolean needed = session.exists(
                selectValue(c.id).from(c).join(c.prerequisites, required).where(required.code.eq(code)));
        new Violations()
                .when(
                        session.exists(select(n).where(n.course.id.eq(course.id()))),
                        "course",
                        "has or had students",
                        Reason.IN_USE)
                .when(needed, "course", "has to be passed before another", Reason.IN_USE)
                .refuse();
        session.delete(course);
        CHANGES.write(session, "course " + code);
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
