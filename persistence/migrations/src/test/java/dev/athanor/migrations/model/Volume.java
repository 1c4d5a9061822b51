// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.model;

import dev.athanor.annotations.RenamedFrom;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.util.HashSet;
import java.util.Set;

/** A book, as it was called before. */
// region volume
@Entity
@RenamedFrom("book")
@SuppressWarnings({"NullAway.Init", "UnusedVariable"})
class Volume {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @RenamedFrom("title")
    @Column(name = "name")
    private String name;

    @ManyToOne
    @RenamedFrom("follows_id")
    private Volume sequelOf;

    @ElementCollection
    @RenamedFrom("book_tags")
    private Set<String> tags = new HashSet<>();

    @Embedded
    private Imprint imprint;
}
// endregion
