// SPDX-License-Identifier: Apache-2.0
package dev.athanor.benchmarks.plain;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** Belongs to a book. */
@Entity
@Table(name = "loans")
@SuppressWarnings("NullAway.Init") // set by reading
public class Loan {
    @Id
    public Long id;

    public String reader;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "book_id")
    public LinkedNovel book;
}
