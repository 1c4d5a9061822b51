// SPDX-License-Identifier: Apache-2.0
package dev.athanor.domain.workforce;

import dev.athanor.annotations.Audited;
import dev.athanor.annotations.Check;
import dev.athanor.annotations.Hybrid;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Somebody with a contract of employment. What becomes of it, moves between departments and raises, is kept. */
@Entity
@Audited
@Table(
        name = "employee",
        schema = "workforce",
        indexes = {@Index(columnList = "department_id, salary desc"), @Index(columnList = "manager_id")})
@DiscriminatorValue("EMPLOYEE")
@Check(name = "employee_paid", value = "salary > 0")
public class Employee extends Person {
    /** Of salaries: digits in all, and after the point. */
    public static final int PRECISION = 12;

    public static final int SCALE = 2;

    @Column(name = "salary", nullable = false, precision = PRECISION, scale = SCALE)
    private BigDecimal salary;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "department_id", nullable = false)
    private Department department;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "manager_id")
    private @Nullable Manager manager;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Employee() {}

    public Employee(
            String firstName,
            String lastName,
            LocalDate since,
            BigDecimal salary,
            Department department,
            @Nullable Manager manager) {
        super(firstName, lastName, since);
        this.salary = salary.setScale(SCALE);
        this.department = Objects.requireNonNull(department, "department");
        this.manager = manager;
    }

    /** In a year, without what managers get beyond. */
    @Hybrid
    public BigDecimal yearly() {
        return salary.multiply(BigDecimal.valueOf(12));
    }

    /** Whether nobody is above. */
    @Hybrid
    public boolean isAtTheTop() {
        return manager == null;
    }

    /** By some percent, to the cent. */
    public void raise(BigDecimal percent) {
        salary = raised(percent);
    }

    /** Whether the salary that this would be has a digit less than there is room for, as all have. */
    public boolean canBeRaised(BigDecimal percent) {
        return raised(percent).precision() < PRECISION;
    }

    private BigDecimal raised(BigDecimal percent) {
        return salary.multiply(BigDecimal.ONE.add(percent.movePointLeft(2))).setScale(SCALE, RoundingMode.HALF_UP);
    }

    public void moveTo(Department newDepartment) {
        department = Objects.requireNonNull(newDepartment, "newDepartment");
    }

    /** To nobody, for who is at the top. */
    public void reportTo(@Nullable Manager newManager) {
        manager = newManager;
    }

    public BigDecimal salary() {
        return salary;
    }

    public Department department() {
        return department;
    }

    public Optional<Manager> manager() {
        return Optional.ofNullable(manager);
    }
}
