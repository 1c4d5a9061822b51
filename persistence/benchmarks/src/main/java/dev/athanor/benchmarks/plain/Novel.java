// SPDX-License-Identifier: Apache-2.0
package dev.athanor.benchmarks.plain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** Has columns only. */
@Entity
@Table(name = "books")
@SuppressWarnings("NullAway.Init") // set by reading
public class Novel {
    @Id
    public Long id;

    public String isbn;
    public String title;
    public int pages;
    public BigDecimal price;
    public boolean lent;
    public LocalDate published;
    public OffsetDateTime added;
}
