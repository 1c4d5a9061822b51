// SPDX-License-Identifier: Apache-2.0
package dev.athanor.benchmarks.woven;

import dev.athanor.benchmarks.Book;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** The table that rows are inserted into, for EclipseLink and Athanor. */
@Entity
@Table(name = "copies")
public class Copy {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "copies_numbers")
    @SequenceGenerator(name = "copies_numbers", sequenceName = "copies_numbers", allocationSize = 50)
    Long id;

    String isbn;
    String title;
    int pages;
    BigDecimal price;
    boolean lent;
    LocalDate published;
    OffsetDateTime added;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Copy() {}

    /** With the values of a book, and a key of its own. */
    @SuppressWarnings("NullAway.Init") // the key, when it is inserted
    public Copy(Book book) {
        isbn = book.isbn();
        title = book.title();
        pages = book.pages();
        price = book.price();
        lent = book.lent();
        published = book.published();
        added = book.added();
    }
}
