// SPDX-License-Identifier: Apache-2.0
package dev.athanor.benchmarks;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The table of authors, for JPA. */
@Entity
@Table(name = "authors")
public class AuthorEntity {
    @Id
    long id;

    String name;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected AuthorEntity() {}
}
