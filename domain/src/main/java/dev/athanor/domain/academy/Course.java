// SPDX-License-Identifier: Apache-2.0
package dev.athanor.domain.academy;

import dev.athanor.annotations.Check;
import dev.athanor.annotations.Hybrid;
import dev.athanor.domain.Edited;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is taught, to no more students than there are seats, who have passed other courses before. */
@Entity
@Table(
        name = "course",
        schema = "academy",
        uniqueConstraints = @UniqueConstraint(name = "course_code_unique", columnNames = "code"))
@Check(name = "course_has_seats", value = "seats > 0")
public class Course extends Edited {
    public static final int CODE_LENGTH = 12;
    public static final int TITLE_LENGTH = 120;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "code", nullable = false, updatable = false, length = CODE_LENGTH)
    private String code;

    @Column(name = "title", nullable = false, length = TITLE_LENGTH)
    private String title;

    @Column(name = "seats", nullable = false)
    private int seats;

    @ManyToMany
    @JoinTable(
            name = "prerequisite",
            schema = "academy",
            joinColumns = @JoinColumn(name = "course_id"),
            inverseJoinColumns = @JoinColumn(name = "required_id"))
    private Set<Course> prerequisites = new HashSet<>();

    @OneToMany(mappedBy = "course")
    private List<Enrolment> enrolments = new ArrayList<>();

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Course() {}

    public Course(String code, String title, int seats) {
        this.code = Objects.requireNonNull(code, "code");
        this.title = Objects.requireNonNull(title, "title");
        this.seats = seats;
    }

    /** How many seats are taken: who has a grade has left the room. */
    @Hybrid
    public long taken() {
        return enrolments.stream()
                .filter(enrolment -> enrolment.grade() == null)
                .count();
    }

    /** Whether nobody else gets in. */
    @Hybrid
    public boolean isFull() {
        return taken() >= seats;
    }

    /** Calls it otherwise, and has it for another number of students. */
    public void change(String newTitle, int newSeats) {
        title = Objects.requireNonNull(newTitle, "newTitle");
        seats = newSeats;
    }

    /** Says that a course has to be passed before this one. */
    public void require(Course other) {
        prerequisites.add(other);
    }

    /** The key; there is none before the course was written. */
    public long id() {
        return Objects.requireNonNull(id, "a course has an id once it was written");
    }

    public String code() {
        return code;
    }

    public String title() {
        return title;
    }

    public int seats() {
        return seats;
    }

    public Set<Course> prerequisites() {
        return Set.copyOf(prerequisites);
    }
}
