// SPDX-License-Identifier: Apache-2.0
package dev.athanor.benchmarks;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** What each row is read into. */
public record Book(
        long id,
        String isbn,
        String title,
        int pages,
        BigDecimal price,
        boolean lent,
        LocalDate published,
        OffsetDateTime added) {}
