// SPDX-License-Identifier: Apache-2.0
package dev.athanor.domain.workforce;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An employee to whom others report. */
@Entity
@Table(name = "manager", schema = "workforce")
@DiscriminatorValue("MANAGER")
public class Manager extends Employee {
    /** What is paid once a year if it went well. */
    @Column(name = "bonus", nullable = false, precision = PRECISION, scale = SCALE)
    private BigDecimal bonus;

    @OneToMany(mappedBy = "manager")
    private Set<Employee> reports = new HashSet<>();

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Manager() {}

    public Manager(
            String firstName,
            String lastName,
            LocalDate since,
            BigDecimal salary,
            BigDecimal bonus,
            Department department,
            @Nullable Manager manager) {
        super(firstName, lastName, since, salary, department, manager);
        this.bonus = Objects.requireNonNull(bonus, "bonus");
    }

    public BigDecimal bonus() {
        return bonus;
    }

    public Set<Employee> reports() {
        return Set.copyOf(reports);
    }
}
