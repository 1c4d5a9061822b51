// SPDX-License-Identifier: Apache-2.0
package dev.athanor.models.school;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.models.ModelTest;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Year;
import java.time.YearMonth;
import java.util.Date;
import java.util.GregorianCalendar;

@SuppressWarnings("JavaUtilDate") // as the entities have it
public class SchoolModelTest extends ModelTest {
    private static final Date HIRED = new Date(1_700_000_000_000L);

    public SchoolModelTest() {
        super("school");
    }

    @Override
    protected void persist(EntityManager entities) {
        Building building = new Building();
        building.setCode("MAIN");
        building.setColour("red");
        Closure closure = new Closure();
        closure.setReason("Painting");
        closure.setFirstDay(LocalDate.of(2026, 7, 1));
        building.getClosures().add(closure);
        Dimensions dimensions = new Dimensions();
        dimensions.setFloors(3);
        dimensions.setHeight(12.5f);
        building.setDimensions(dimensions);
        entities.persist(building);
        Room room = new Room();
        room.setNumber(101);
        room.setBuilding(building);
        room.setSeats(30);
        entities.persist(room);

        Subject logic = subject("LOG", "Logic");
        Subject algebra = subject("ALG", "Algebra");
        algebra.getPrerequisites().add(logic);
        entities.persist(logic);
        entities.persist(algebra);

        Employee head = named(new Employee(), "Maria", "Head");
        head.setSalary(new BigDecimal("5000.00"));
        head.getSkills().add("patience");
        entities.persist(head);
        ParkingPermit permit = new ParkingPermit();
        permit.setEmployee(head);
        permit.setPlate("AB 1");
        entities.persist(permit);

        Teacher teacher = named(new Teacher(), "Emmy", "Noether");
        teacher.setHiredAt(HIRED);
        teacher.setManager(head);
        teacher.setHours((short) 20);
        teacher.setRoom(room);
        teacher.getSubjects().add(algebra);
        entities.persist(teacher);

        Student student = named(new Student(), "Bartel", "Waerden");
        student.setAverage(1.5f);
        student.setEnrolled(YearMonth.of(2025, 9));
        student.setTutor(teacher);
        Locker locker = new Locker();
        locker.setLockerNumber(7);
        locker.setStudent(student);
        student.setLocker(locker);
        entities.persist(student);

        Course course = course(algebra, teacher);
        Timetable.Slot slot = new Timetable.Slot();
        slot.setPosition(new Timetable.Position(DayOfWeek.MONDAY, 1));
        slot.setBegins(LocalTime.of(8, 0));
        entities.persist(slot);
        Lesson lesson = new Lesson();
        lesson.setId(1);
        lesson.setStarts(LocalDateTime.of(2026, 1, 12, 8, 0));
        lesson.setRoom(room);
        lesson.setSlot(slot);
        course.getLessons().add(lesson);
        course.getSlots().add(slot);
        entities.persist(course);

        Club club = new Club();
        club.setId(5L);
        club.setName("Chess");
        club.setSupervision(new Supervision(teacher, LocalDate.of(2025, 10, 1)));
        club.getMembers().add(student);
        club.getRooms().put("meetings", room);
        club.getQuotas().put(Grade.GOOD, 3);
        club.getCoaches().put(logic, teacher);
        entities.persist(club);
        Laboratory laboratory = new Laboratory();
        laboratory.setId(11L);
        laboratory.setResponsible(student);
        laboratory.setDeputy(teacher);
        entities.persist(laboratory);
        Gym gym = new Gym();
        gym.setId(12L);
        gym.setResponsible(head);
        gym.setShares(laboratory);
        gym.setStoreRoom(room);
        entities.persist(gym);
        entities.flush();
        examine(entities, student, course);
    }

    private static <P extends Person> P named(P person, String given, String family) {
        person.setName(new FullName(given, family));
        person.setInitial(family.charAt(0));
        person.setBorn(new GregorianCalendar(1990, 2, 23).getTime());
        return person;
    }

    private static Subject subject(String code, String title) {
        Subject subject = new Subject();
        subject.setId(code);
        subject.setTitle(title);
        return subject;
    }

    private static Course course(Subject subject, Teacher teacher) {
        Course course = new Course();
        course.setId(77L);
        course.setRemark("new");
        course.setSubject(subject);
        course.setSupervision(new Supervision(teacher, LocalDate.of(2026, 1, 5)));
        course.setLength(Duration.ofMinutes(90));
        course.setYear(Year.of(2026));
        Assignment assignment = new Assignment();
        assignment.setId(3);
        assignment.setTask("Prove it.");
        assignment.setDue(new GregorianCalendar(2026, 1, 1));
        assignment.setWeight((byte) 2);
        course.getAssignments().add(assignment);
        return course;
    }

    private static void examine(EntityManager entities, Student student, Course course) {
        Enrolment enrolment = new Enrolment();
        enrolment.setStudent(student);
        enrolment.setCourse(course);
        enrolment.setTerm(2);
        enrolment.setGrade(Grade.GOOD);
        enrolment.getNotes().add("late");
        enrolment.getAbsences().add(new Absence(LocalDate.of(2026, 3, 4), true));
        entities.persist(enrolment);
        Exam exam = new Exam();
        exam.setId(9L);
        exam.setCourse(course);
        exam.setHeldOn(LocalDate.of(2026, 6, 1));
        entities.persist(exam);
        Exam.Result result = new Exam.Result();
        result.setExam(exam);
        result.setEnrolment(enrolment);
        result.setPoints(88.5);
        entities.persist(result);
    }

    @Override
    protected void find(EntityManager entities) {
        Course course = entities.find(Course.class, 77L);
        assertThat(course.getLength()).isEqualTo(Duration.ofMinutes(90));
        assertThat(course.getYear()).isEqualTo(Year.of(2026));
        assertThat(course.getAssignments()).extracting(Assignment::getTask).containsExactly("Prove it.");
        assertThat(course.getLessons().get(0).getSlot().getPosition().getDay()).isEqualTo(DayOfWeek.MONDAY);
        assertThat(course.getSubject().getPrerequisites())
                .extracting(Subject::getTitle)
                .containsExactly("Logic");

        Teacher teacher = course.getSupervision().getTeacher();
        assertThat(teacher.getName().getFamily()).isEqualTo("Noether");
        assertThat(teacher.getHiredAt()).isEqualTo(HIRED);
        assertThat(teacher.getSubjects()).extracting(Subject::getId).containsExactly("ALG");
        assertThat(teacher.getPatronages()).extracting(Club::getName).containsExactly("Chess");
        assertThat(teacher.getManager().getReports()).containsExactly(teacher);
        assertThat(teacher.getManager().getPermit().getPlate()).isEqualTo("AB 1");
        assertThat(teacher.getRoom().getSeats()).isEqualTo(30);
        Building building = teacher.getRoom().getBuilding();
        assertThat(building.getRooms()).containsEntry(101, teacher.getRoom());
        assertThat(building.getClosures()).extracting(Closure::getReason).containsExactly("Painting");

        Enrolment enrolment = course.getEnrolments().iterator().next();
        Student student = enrolment.getStudent();
        assertThat(entities.find(Enrolment.class, new EnrolmentId(student.getId(), 77L, 2)))
                .isSameAs(enrolment);
        assertThat(enrolment.getNotes()).containsExactly("late");
        assertThat(enrolment.getAbsences()).extracting(Absence::isExcused).containsExactly(true);
        assertThat(course.getSlots()).hasSize(1);
        assertThat(entities.find(Gym.class, 12L).getStoreRoom().getNumber()).isEqualTo(101);
        assertThat(teacher.getRoom().getBuilding().getDimensions().getHeight()).isEqualTo(12.5f);
        assertThat(enrolment.getResults().get(0).getExam().getHeldOn()).isEqualTo(LocalDate.of(2026, 6, 1));
        assertThat(student.getEnrolled()).isEqualTo(YearMonth.of(2025, 9));
        assertThat(student.getLocker().getStudentId()).isEqualTo(student.getId());
        Laboratory laboratory = entities.find(Gym.class, 12L).getShares();
        assertThat(laboratory.getResponsible()).isSameAs(student);
        assertThat(laboratory.getDeputy()).isSameAs(teacher);
        Club club = student.getClubs().iterator().next();
        assertThat(club.getRooms()).containsEntry("meetings", teacher.getRoom());
        assertThat(club.getQuotas()).containsEntry(Grade.GOOD, 3);
        assertThat(club.getCoaches()).containsEntry(entities.find(Subject.class, "LOG"), teacher);
    }
}
