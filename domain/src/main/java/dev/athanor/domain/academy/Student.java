// SPDX-License-Identifier: Apache-2.0
package dev.athanor.domain.academy;

import dev.athanor.annotations.Masked;
import dev.athanor.annotations.SoftDelete;
import dev.athanor.annotations.TableIndex;
import dev.athanor.domain.Edited;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Somebody who learns. Who has left is not seen, but may come back; the address is free for others meanwhile. */
@Entity
@Table(name = "student", schema = "academy")
@TableIndex(name = "student_email_unique", value = "lower(email)", unique = true, where = "left_at is null")
public class Student extends Edited {
    public static final int NAME_LENGTH = 120;
    public static final int EMAIL_LENGTH = 254;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Masked
    @Column(name = "name", nullable = false, length = NAME_LENGTH)
    private String name;

    @Masked
    @Column(name = "email", nullable = false, length = EMAIL_LENGTH)
    private String email;

    @OneToMany(mappedBy = "student")
    private List<Enrolment> enrolments = new ArrayList<>();

    @SoftDelete
    @Column(name = "left_at")
    private @Nullable Instant leftAt;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Student() {}

    public Student(String name, String email) {
        this.name = Objects.requireNonNull(name, "name");
        this.email = Objects.requireNonNull(email, "email");
    }

    /** Calls the student otherwise, and says where the student is reached from now on. */
    public void change(String newName, String newEmail) {
        name = Objects.requireNonNull(newName, "newName");
        email = Objects.requireNonNull(newEmail, "newEmail");
    }

    /** The key; there is none before the student was written. */
    public long id() {
        return Objects.requireNonNull(id, "a student has an id once it was written");
    }

    public String name() {
        return name;
    }

    public String email() {
        return email;
    }

    public List<Enrolment> enrolments() {
        return List.copyOf(enrolments);
    }
}
