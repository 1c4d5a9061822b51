// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

import dev.athanor.app.InvalidInput;
import dev.athanor.app.Reason;
import dev.athanor.app.Violation;
import dev.athanor.app.academy.Admission;
import dev.athanor.app.academy.Courses;
import dev.athanor.app.academy.Enrolments;
import dev.athanor.app.academy.NewCourse;
import dev.athanor.app.academy.Students;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Students, courses, and who gets a seat. */
class AcademyIT extends InContainer {
    @Inject
    private Students students;

    @Inject
    private Courses courses;

    @Inject
    private Enrolments enrolments;

    @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
    private ManagedThreadFactory threads;

    /** No other test's. */
    private final String prefix = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);

    @Test
    void whoHasLeftIsNotSeenAndMayComeBack() {
        Students.StudentView ada = students.admit(new Admission("Ada", prefix + "@example.org"));
        String course = course("A", 3);
        enrolments.enrol(ada.id(), course);
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(
                        () -> students.admit(new Admission("Bob", prefix.toLowerCase(Locale.ROOT) + "@example.org")))
                .withMessage("email is another student's");

        students.leave(ada.id(), students.edition(ada.id()).orElseThrow().version());

        assertThat(students.find(ada.id())).isEmpty();
        assertThat(enrolments.participants(course)).isEmpty();
        assertThat(courses.find(course).orElseThrow().taken())
                .as("kept for her")
                .isOne();
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> enrolments.enrol(ada.id(), course("B", 1)))
                .withMessage("student does not exist");
        Students.StudentView bob = students.admit(new Admission("Bob", prefix + "@example.org"));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> students.comeBack(ada.id()))
                .withMessage("email is another student's");
        students.leave(bob.id(), students.edition(bob.id()).orElseThrow().version());
        assertThat(students.comeBack(ada.id())).isEqualTo(ada);
        assertThat(enrolments.participants(course)).containsExactly("Ada");
    }

    @Test
    void whatHasToBePassedBeforeHasToBe() {
        long ada = student("Ada");
        String a = course("A", 3);
        String b = course("B", 3);
        String c = course("C", 3, a, b);

        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> enrolments.enrol(ada, c))
                .withMessage("student has to pass " + a + ", " + b + " before");
        pass(ada, a, "EXCELLENT");
        pass(ada, b, "FAILED");
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> enrolments.enrol(ada, c))
                .withMessage("student has to pass " + b + " before");
        enrolments.grade(ada, b, "SUFFICIENT");

        assertThat(enrolments.enrol(ada, c).grade()).isNull();
        assertThat(enrolments.transcript(ada))
                .extracting(Enrolments.Place::course, Enrolments.Place::grade)
                .containsExactly(tuple(a, "EXCELLENT"), tuple(b, "SUFFICIENT"), tuple(c, null));
    }

    @Test
    void thePathToACourseHasAllThatIsBeforeItTheNearestFirst() {
        String a = course("A", 3);
        String b = course("B", 3, a);
        String c = course("C", 3, a, b);

        assertThat(courses.pathTo(c))
                .extracting(Courses.Prerequisite::code, Courses.Prerequisite::steps)
                .containsExactly(tuple(a, 1), tuple(b, 1));
        String d = course("D", 3, c);
        assertThat(courses.pathTo(d))
                .extracting(Courses.Prerequisite::code, Courses.Prerequisite::steps)
                .containsExactly(tuple(c, 1), tuple(a, 2), tuple(b, 2));
    }

    @Test
    void everythingWrongIsSaidAtOnce() {
        long ada = student("Ada");
        for (int i = 0; i < Enrolments.MOST_AT_A_TIME; i++) {
            enrolments.enrol(ada, course("X" + i, 1));
        }
        String basic = course("A", 1);
        String full = course("B", 1, basic);
        long bob = student("Bob");
        pass(bob, basic, "GOOD");
        enrolments.enrol(bob, full);

        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> enrolments.enrol(ada, full))
                .satisfies(refused -> assertThat(refused.violations())
                        .containsExactly(
                                new Violation("course", "is full", Reason.COURSE_FULL),
                                new Violation("student", "is in 5 courses already", Reason.TOO_MANY_COURSES),
                                new Violation(
                                        "student", "has to pass " + basic + " before", Reason.PREREQUISITE_MISSING)));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> enrolments.enrol(-1, "NONE"))
                .withMessage("student does not exist; course does not exist");
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> courses.announce(new NewCourse("a b", "", 0, Set.of("NONE"))))
                .withMessage("code may have capital letters and digits only; title can't be blank;"
                        + " seats must be positive; prerequisites are not all there");
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> enrolments.grade(ada, full, "SPLENDID"))
                .withMessage("student is not in the course; grade is none that there is");
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> courses.announce(new NewCourse(prefix + "Z", "Z", 1, Set.of("NONE"))))
                .withMessage("prerequisites are not all there");
    }

    @Test
    void aSeatThatIsGivenBackIsFree() {
        long ada = student("Ada");
        long bob = student("Bob");
        String course = course("A", 1);
        enrolments.enrol(ada, course);
        assertThat(courses.find(course).orElseThrow().taken()).isOne();
        assertThat(courses.withSeats()).extracting(Courses.CourseView::code).doesNotContain(course);

        enrolments.withdraw(ada, course);

        enrolments.enrol(bob, course);
        assertThat(enrolments.participants(course)).containsExactly("Bob");
        enrolments.grade(bob, course, "FAIR");
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> enrolments.withdraw(bob, course))
                .withMessage("course is over");
        assertThat(courses.withSeats()).extracting(Courses.CourseView::code).contains(course);
    }

    @Test
    void resultsRankCoursesByThePartThatPassed() {
        String hard = course("H", 9);
        String easy = course("E", 9);
        for (String grade : List.of("FAILED", "FAILED", "GOOD")) {
            pass(student("S"), hard, grade);
            pass(student("S"), easy, "GOOD");
        }

        List<Courses.CourseResult> results = courses.results().stream()
                .filter(result -> result.code().startsWith(prefix))
                .toList();
        assertThat(results)
                .extracting(Courses.CourseResult::code, Courses.CourseResult::graded, Courses.CourseResult::passed)
                .containsExactly(tuple(easy, 3L, 3L), tuple(hard, 3L, 1L));
        assertThat(results.get(0).place()).isLessThan(results.get(1).place());
    }

    @Test
    void ofManyAtOnceAsManyGetInAsThereAreSeats() throws Exception {
        String course = course("A", 7);
        List<Long> many = IntStream.range(0, 32).mapToObj(i -> student("S" + i)).toList();

        List<Boolean> in = Clients.atOnce(threads, 32, client -> () -> isIn(many.get(client), course));

        assertThat(in).filteredOn(Boolean::booleanValue).hasSize(7);
        assertThat(enrolments.participants(course)).hasSize(7);
    }

    @Test
    void aStudentGetsIntoNoMoreCoursesHoweverManyAreTriedAtOnce() throws Exception {
        long ada = student("Ada");
        List<String> many = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            many.add(course("C" + (char) ('A' + i), 5));
        }

        List<Boolean> in = Clients.atOnce(threads, 12, client -> () -> isIn(ada, many.get(client)));

        assertThat(in).filteredOn(Boolean::booleanValue).hasSize(Enrolments.MOST_AT_A_TIME);
        assertThat(enrolments.transcript(ada)).hasSize(Enrolments.MOST_AT_A_TIME);
    }

    @Test
    void noCourseHasFewerSeatsThanAreTakenHoweverManyEnrolMeanwhile() throws Exception {
        for (int round = 0; round < 5; round++) {
            String course = course("A" + (char) ('A' + round), 6);
            int version = courses.edition(course).orElseThrow().version();
            List<Long> many =
                    IntStream.range(0, 6).mapToObj(i -> student("S" + i)).toList();

            Clients.atOnce(
                    threads,
                    7,
                    client -> () -> client == 0 ? shrinks(course, version) : isIn(many.get(client - 1), course));

            Courses.CourseView after = courses.find(course).orElseThrow();
            assertThat(after.taken()).isLessThanOrEqualTo(after.seats());
        }
    }

    private boolean shrinks(String course, int version) {
        NewCourse smaller = new NewCourse(course, "Smaller", 2, Set.of());
        try {
            return Clients.patiently(() -> {
                courses.change(course, version, smaller);
                return true;
            });
        } catch (InvalidInput refused) {
            return false;
        }
    }

    private boolean isIn(long student, String course) {
        try {
            Clients.patiently(() -> enrolments.enrol(student, course));
            return true;
        } catch (InvalidInput refused) {
            return false;
        }
    }

    private void pass(long student, String course, String grade) {
        enrolments.enrol(student, course);
        enrolments.grade(student, course, grade);
    }

    private long student(String name) {
        return students.admit(new Admission(name, UUID.randomUUID() + "@example.org"))
                .id();
    }

    private String course(String name, int seats, String... prerequisites) {
        return courses.announce(new NewCourse(prefix + name, name, seats, Set.of(prerequisites)))
                .code();
    }
}
