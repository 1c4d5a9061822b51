// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.academy;

import dev.athanor.app.InputRules;
import dev.athanor.app.Violation;
import dev.athanor.app.Violations;
import dev.athanor.app.imports.ImportKind;
import dev.athanor.app.imports.ImportRow;
import dev.athanor.domain.academy.Student;
import dev.athanor.orm.Session;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** Admits the students of a file. */
// region kind
@ApplicationScoped
class StudentImport implements ImportKind<Student> {
    private static final List<String> FIELDS = List.of("name", "email");

    @Inject
    private InputRules rules;

    @Override
    public String name() {
        return "students";
    }

    @Override
    public Student read(ImportRow row) {
        Admission admission = new Admission(row.text("name"), row.text("email"));
        Violations violations = new Violations(rules.violations(admission));
        row.onlyHas(FIELDS, violations);
        violations.refuse();
        return new Student(admission.name(), admission.email());
    }

    @Override
    public Map<Integer, List<Violation>> write(Session session, List<Student> students) {
        return ImportKind.refused(session.bulk().reportingFailures().insert(students), StudentService.UNIQUE);
    }
}
// endregion
