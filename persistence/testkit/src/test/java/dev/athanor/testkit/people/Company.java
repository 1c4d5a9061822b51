// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@SuppressWarnings("NullAway.Init")
public class Company {
    @Id
    UUID id;

    @Column(nullable = false)
    String name;

    @ManyToOne
    @Nullable
    Company parent;

    @ManyToOne
    @Nullable
    Country country;
}
