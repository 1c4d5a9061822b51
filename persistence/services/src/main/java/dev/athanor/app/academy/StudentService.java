// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.academy;

import static dev.athanor.orm.EntityFilter.unfiltered;
import static dev.athanor.sql.Sql.select;

import dev.athanor.app.Changes;
import dev.athanor.app.Edition;
import dev.athanor.app.InputRules;
import dev.athanor.app.InvalidInput;
import dev.athanor.app.NotFound;
import dev.athanor.app.Reason;
import dev.athanor.app.Texts;
import dev.athanor.app.UniqueConstraints;
import dev.athanor.app.Violation;
import dev.athanor.app.Violations;
import dev.athanor.domain.academy.QStudent;
import dev.athanor.domain.academy.Student;
import dev.athanor.orm.Session;
import dev.athanor.orm.transaction.Isolation;
import dev.athanor.orm.transaction.IsolationLevel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;

/** {@link Students} by a session. That who has left is not seen, no method says: the session sees to it. */
@ApplicationScoped
@Transactional
class StudentService implements Students {
    static final UniqueConstraints UNIQUE = new UniqueConstraints(
            Map.of("student_email_unique", new Violation("email", "is another student's", Reason.TAKEN)));

    private static final Changes CHANGES = new Changes(UNIQUE);

    private final QStudent s = QStudent.as("s");

    @Inject
    private Session session;

    @Inject
    private InputRules rules;

    @Override
    public StudentView admit(Admission admission) {
        new Violations(rules.violations(admission)).refuse();
        Student student = new Student(admission.name(), admission.email());
        session.add(student);
        CHANGES.write(session, "student");
        return view(student);
    }

    @Override
    public Optional<Edition<Admission>> edition(long id) {
        return session.get(Student.class, id)
                .map(student -> new Edition<>(new Admission(student.name(), student.email()), student.version()));
    }

    @Override
    @Isolation(IsolationLevel.READ_COMMITTED)
    public void change(long id, int version, Admission changed) {
        Student student = known(id, version);
        rules.check(changed);
        student.change(changed.name(), changed.email());
        CHANGES.write(session, "student " + id);
    }

    @Override
    public Optional<StudentView> find(long id) {
        return session.get(Student.class, id).map(StudentService::view);
    }

    @Override
    @Isolation(IsolationLevel.READ_COMMITTED)
    public void leave(long id, int version) {
        session.delete(known(id, version));
        CHANGES.write(session, "student " + id);
    }

    private Student known(long id, int version) {
        Student student = session.get(Student.class, id).orElseThrow(() -> new NotFound("student"));
        Changes.check("student " + id, student.version(), version);
        return student;
    }

    @Override
    public StudentView comeBack(long id) {
        Student student = existing(session.oneOrNone(
                select(s).where(s.id.eq(id), s.leftAt.isNotNull()).options(unfiltered("living"))));
        session.restore(student);
        CHANGES.write(session, "student " + id);
        return view(student);
    }

    private static Student existing(Optional<Student> student) {
        return student.orElseThrow(() -> new InvalidInput("student", Texts.UNKNOWN));
    }

    private static StudentView view(Student student) {
        return new StudentView(student.id(), student.name(), student.email());
    }
}
