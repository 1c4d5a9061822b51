// SPDX-License-Identifier: Apache-2.0
package dev.athanor.benchmarks.woven;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** Has columns, and two relations that load when they are used. */
@Entity
@Table(name = "books")
@SuppressWarnings("NullAway.Init") // set by reading
public class LinkedNovel {
    @Id
    public Long id;

    public String isbn;
    public String title;
    public int pages;
    public BigDecimal price;
    public boolean lent;
    public LocalDate published;
    public OffsetDateTime added;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "author_id")
    public Writer author;

    @OneToMany(mappedBy = "book")
    public List<Loan> loans = new ArrayList<>();
}
