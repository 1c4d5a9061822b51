// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit.teams;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToOne;
import org.jspecify.annotations.Nullable;

/** Of one team at most. */
@Entity
public class Office {
    @Id
    int room;

    @OneToOne
    @Nullable
    Team team;
}
