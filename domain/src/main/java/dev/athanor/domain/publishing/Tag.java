// SPDX-License-Identifier: Apache-2.0
package dev.athanor.domain.publishing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Objects;

/** A word that articles are found by. It is its own key: it is never called otherwise. */
@Entity
@Table(name = "tags", schema = "publishing")
public class Tag {
    public static final int LENGTH = 64;

    @Id
    @Column(name = "name", length = LENGTH)
    private String name;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Tag() {}

    public Tag(String name) {
        this.name = Objects.requireNonNull(name, "name");
    }

    public String name() {
        return name;
    }
}
