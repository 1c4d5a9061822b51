// SPDX-License-Identifier: Apache-2.0
package dev.athanor.domain.workforce;

import dev.athanor.annotations.Check;
import dev.athanor.annotations.Hybrid;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;

/** Somebody who sends invoices, until a day. */
@Entity
@Table(name = "contractor", schema = "workforce")
@DiscriminatorValue("CONTRACTOR")
@Check(name = "contractor_paid", value = "hourly_rate > 0")
public class Contractor extends Person {
    public static final int COMPANY_LENGTH = 120;

    @Column(name = "company", nullable = false, length = COMPANY_LENGTH)
    private String company;

    @Column(name = "hourly_rate", nullable = false, precision = Employee.PRECISION, scale = Employee.SCALE)
    private BigDecimal hourlyRate;

    @Column(name = "until", nullable = false)
    private LocalDate until;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Contractor() {}

    public Contractor(
            String firstName,
            String lastName,
            LocalDate since,
            String company,
            BigDecimal hourlyRate,
            LocalDate until) {
        super(firstName, lastName, since);
        this.company = Objects.requireNonNull(company, "company");
        this.hourlyRate = Objects.requireNonNull(hourlyRate, "hourlyRate");
        this.until = Objects.requireNonNull(until, "until");
    }

    /** Whether the contract is over on a day. */
    @Hybrid
    public boolean isOverOn(LocalDate day) {
        return until.isBefore(day);
    }

    public String company() {
        return company;
    }

    public BigDecimal hourlyRate() {
        return hourlyRate;
    }

    public LocalDate until() {
        return until;
    }
}
