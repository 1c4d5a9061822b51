// SPDX-License-Identifier: Apache-2.0
package dev.athanor.domain.workforce;

import dev.athanor.domain.Edited;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A part of the company, which may be a part of another. */
@Entity
@Table(
        name = "department",
        schema = "workforce",
        uniqueConstraints = @UniqueConstraint(name = "department_name_unique", columnNames = "name"),
        indexes = @Index(columnList = "parent_id"))
public class Department extends Edited {
    public static final int NAME_LENGTH = 80;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "name", nullable = false, length = NAME_LENGTH)
    private String name;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "parent_id")
    private @Nullable Department parent;

    @OneToMany(mappedBy = "parent")
    private Set<Department> parts = new HashSet<>();

    @OneToMany(mappedBy = "department")
    private Set<Employee> employees = new HashSet<>();

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Department() {}

    public Department(String name, @Nullable Department parent) {
        this.name = Objects.requireNonNull(name, "name");
        this.parent = parent;
    }

    public void rename(String newName) {
        name = Objects.requireNonNull(newName, "newName");
    }

    /** The key; there is none before the department was written. */
    public long id() {
        return Objects.requireNonNull(id, "a department has an id once it was written");
    }

    public String name() {
        return name;
    }

    public Optional<Department> parent() {
        return Optional.ofNullable(parent);
    }

    public Set<Department> parts() {
        return Set.copyOf(parts);
    }

    public Set<Employee> employees() {
        return Set.copyOf(employees);
    }
}
