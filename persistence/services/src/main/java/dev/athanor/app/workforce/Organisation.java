// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.workforce;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the company is made up. */
public interface Organisation {

    /** Everybody employed, under whoever they report to, in the order in which a chart is read. */
    List<ChartLine> chart();

    /** Everybody below a manager, in the same way; the manager is at depth zero. */
    List<ChartLine> chartBelow(long manager);

    /** What is paid, by departments, the most first. */
    List<PayLine> payScale();

    /** The departments that an employee was in, the first first. */
    List<Move> moves(long employee);

    /**
     * Somebody in the chart.
     *
     * @param id the key
     * @param name first and last name
     * @param manager the key of who is above; null at the top
     * @param depth how many are above
     * @param path the names of those above and the own, with slashes between
     */
    record ChartLine(long id, String name, @Nullable Long manager, int depth, String path) {}

    /**
     * What somebody is paid, beside others of the department.
     *
     * @param department its name
     * @param place from 1; who is paid the same has the same
     * @param name first and last name
     * @param salary in a month
     * @param average of the department
     * @param total of the department
     */
    record PayLine(
            String department, long place, String name, BigDecimal salary, BigDecimal average, BigDecimal total) {}

    /**
     * That somebody came to a department.
     *
     * @param from the department before; none if it was the first
     * @param to the department
     * @param at when
     * @param by who did it, if that is known
     */
    record Move(Optional<String> from, String to, Instant at, Optional<String> by) {}
}
