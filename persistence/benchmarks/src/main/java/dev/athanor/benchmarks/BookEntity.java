// SPDX-License-Identifier: Apache-2.0
package dev.athanor.benchmarks;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** The table of books, for JPA. */
@Entity
@Table(name = "books")
public class BookEntity {
    @Id
    long id;

    String isbn;
    String title;
    int pages;
    BigDecimal price;
    boolean lent;
    LocalDate published;
    OffsetDateTime added;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "author_id")
    AuthorEntity author;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected BookEntity() {}
}
