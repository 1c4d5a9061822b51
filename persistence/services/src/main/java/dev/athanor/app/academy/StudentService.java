// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.academy;

import static dev.athanor.orm.EntityFilter.unfiltered;
import static dev.athanor.sql.Sql.select;

import dev.athanor.app.InputRules;
import dev.athanor.app.InvalidInput;
import dev.athanor.app.Texts;
import dev.athanor.app.UniqueConstraints;
import dev.athanor.app.Violation;
import dev.athanor.app.Violations;
import dev.athanor.domain.academy.QStudent;
import dev.athanor.domain.academy.Student;
import dev.athanor.orm.Session;
import dev.athanor.sql.SqlException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;

/** {@link Students} by a session. That who has left is not seen, no method says: the session sees to it. */
@ApplicationScoped
@Transactional
class StudentService implements Students {
    static final UniqueConstraints UNIQUE =
            new UniqueConstraints(Map.of("student_email_unique", new Violation("email", "is another student's")));

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
        write();
        return view(student);
    }

    private void write() {
        try {
            session.flush();
        } catch (SqlException e) {
            throw UNIQUE.violated(e).<RuntimeException>map(InvalidInput::new).orElse(e);
        }
    }

    @Override
    public Optional<StudentView> find(long id) {
        return session.get(Student.class, id).map(StudentService::view);
    }

    @Override
    public void leave(long id) {
        session.delete(existing(session.get(Student.class, id)));
    }

    @Override
    public StudentView comeBack(long id) {
        Student student = existing(session.oneOrNone(
                select(s).where(s.id.eq(id), s.leftAt.isNotNull()).options(unfiltered("living"))));
        session.restore(student);
        write();
        return view(student);
    }

    private static Student existing(Optional<Student> student) {
        return student.orElseThrow(() -> new InvalidInput("student", Texts.UNKNOWN));
    }

    private static StudentView view(Student student) {
        return new StudentView(student.id(), student.name(), student.email());
    }
}
