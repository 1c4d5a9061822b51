// SPDX-License-Identifier: Apache-2.0
package dev.athanor.seed;

import dev.athanor.domain.academy.Grade;
import dev.athanor.domain.academy.QCourse;
import dev.athanor.domain.academy.QEnrolment;
import dev.athanor.domain.academy.QStudent;
import dev.athanor.orm.bulk.RowMapping;
import dev.athanor.seed.LinkTable.Link;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Students, and courses of some subjects, each a few of which one has to be passed before the next. Students are in
 * courses as the rules have it: they have passed what comes before, are in few at a time, and have a seat.
 */
final class AcademyPart implements Part {
    private static final List<String> SUBJECTS = List.of("Baking", "Chess", "Maps", "Pottery", "Trees", "Weaving");
    private static final List<String> LEVELS = List.of("Basics of", "More about", "Mastery of");
    private static final int DAYS = 700;

    private record Taught(long id, String code, String title, int seats, Instant since) {}

    private record Learner(
            long id, String name, Instant since, @Nullable Instant left) {}

    private record Place(
            long student,
            long course,
            LocalDate since,
            @Nullable Grade grade) {}

    private static final QCourse C = QCourse.table();
    private static final QStudent S = QStudent.table();
    private static final QEnrolment E = QEnrolment.table();

    private static final RowMapping<Taught> COURSES = RowMapping.of(Taught.class, C)
            .set(C.id, Taught::id)
            .set(C.createdAt, course -> course.since().atOffset(ZoneOffset.UTC))
            .set(C.createdBy, course -> "editor")
            .set(C.updatedAt, Taught::since)
            .set(C.updatedBy, course -> "editor")
            .set(C.version, course -> 1)
            .set(C.code, Taught::code)
            .set(C.title, Taught::title)
            .set(C.seats, Taught::seats);

    private static final RowMapping<Learner> STUDENTS = RowMapping.of(Learner.class, S)
            .set(S.id, Learner::id)
            .set(S.createdAt, student -> student.since().atOffset(ZoneOffset.UTC))
            .set(S.createdBy, student -> "editor")
            .set(S.updatedAt, Learner::since)
            .set(S.updatedBy, student -> "editor")
            .set(S.version, student -> 1)
            .set(S.name, Learner::name)
            .set(S.email, student -> "student" + student.id() + "@example.org")
            .set(S.leftAt, Learner::left);

    private static final RowMapping<Place> ENROLMENTS = RowMapping.of(Place.class, E)
            .set(E.student.id, Place::student)
            .set(E.course.id, Place::course)
            .set(E.enrolledOn, Place::since)
            .set(E.grade, Place::grade)
            .set(E.version, place -> 1);

    @Override
    public String name() {
        return "academy";
    }

    @Override
    public void write(Writing writing) {
        int courses = SUBJECTS.size() * LEVELS.size();
        int students = writing.sizes().students();
        writing.rows(COURSES, courses, id -> course(writing, id));
        writing.several(
                new LinkTable("academy", "prerequisite", "course_id", "required_id").mapping(),
                courses,
                id -> level(id) == 0 ? Stream.empty() : Stream.of(new Link(id, id - 1)));
        writing.rows(STUDENTS, students, id -> student(writing, id));
        int[] taken = new int[courses + 1];
        writing.several(ENROLMENTS, students, id -> places(writing, id, taken));
        writing.keysAfter("academy.course", courses);
        writing.keysAfter("academy.student", students);
    }

    /** From zero on: courses of one subject are next to each other. */
    private static int level(long course) {
        return (int) ((course - 1) % LEVELS.size());
    }

    private static int seats(Writing writing, long course) {
        return writing.draw("seats", course).between(8, 30);
    }

    private static Taught course(Writing writing, long id) {
        String subject = SUBJECTS.get((int) ((id - 1) / LEVELS.size()));
        String code = subject.substring(0, 2).toUpperCase(java.util.Locale.ROOT) + (level(id) + 1) + "01";
        Instant since = writing.until().minusSeconds(3L * 365 * 86_400);
        return new Taught(id, code, LEVELS.get(level(id)) + " " + subject, seats(writing, id), since);
    }

    private static Learner student(Writing writing, long id) {
        Draw draw = writing.draw("student", id);
        Instant since = draw.before(writing.until(), DAYS);
        return new Learner(id, Words.name(draw), since, draw.in100(4) ? draw.within(since, writing.until()) : null);
    }

    /** In one or two subjects: the first courses are passed, the last one goes on if there is a seat. */
    private static Stream<Place> places(Writing writing, long student, int[] taken) {
        Draw draw = writing.draw("places", student);
        LocalDate since = LocalDate.ofInstant(student(writing, student).since(), ZoneOffset.UTC);
        int first = draw.below(SUBJECTS.size());
        int subjects = draw.between(1, 2);
        return LongStream.range(first, (long) first + subjects)
                .boxed()
                .flatMap(subject -> subject(writing, student, (int) (subject % SUBJECTS.size()), draw, since, taken));
    }

    private static Stream<Place> subject(
            Writing writing, long student, int subject, Draw draw, LocalDate since, int[] taken) {
        int last = draw.below(LEVELS.size());
        return LongStream.rangeClosed(0, last).mapToObj(level -> {
            int course = subject * LEVELS.size() + (int) level + 1;
            boolean seated = level == last && draw.in100(60) && taken[course] < seats(writing, course);
            if (seated) {
                taken[course]++;
            }
            return new Place(student, course, since, seated ? null : grade(draw, level == last));
        });
    }

    private static Grade grade(Draw draw, boolean mayFail) {
        return mayFail && draw.in100(15)
                ? Grade.FAILED
                : draw.of(List.of(Grade.EXCELLENT, Grade.GOOD, Grade.FAIR, Grade.SUFFICIENT));
    }
}
