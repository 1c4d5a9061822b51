// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.workforce;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Somebody who works here, in one way or another. */
public sealed interface Worker {
    /** The key, which never changes. */
    long id();

    /** First and last name. */
    String name();

    /** The first day. */
    LocalDate since();

    /**
     * With a contract of employment.
     *
     * @param salary in a month
     * @param department the name of the department
     * @param manager the key of the manager; null for who is at the top
     * @param bonus once a year, of managers
     */
    record Employed(
            long id,
            String name,
            LocalDate since,
            BigDecimal salary,
            String department,
            @Nullable Long manager,
            @Nullable BigDecimal bonus)
            implements Worker {}

    /**
     * For a while.
     *
     * @param company who sends the invoices
     * @param hourlyRate what an hour costs
     * @param until the last day
     */
    record Engaged(long id, String name, LocalDate since, String company, BigDecimal hourlyRate, LocalDate until)
            implements Worker {}
}
