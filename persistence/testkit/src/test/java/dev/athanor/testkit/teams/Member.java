// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit.teams;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

/** Known by its team and a place in it. */
@Entity
@Access(AccessType.FIELD)
public class Member {
    @Id
    @ManyToOne
    private @Nullable Team team;

    @Id
    private int place;

    private @Nullable String name;
    private short points;
    private boolean active;

    public @Nullable Team getTeam() {
        return team;
    }

    public int getPlace() {
        return place;
    }

    public @Nullable String getName() {
        return name;
    }

    public short getPoints() {
        return points;
    }

    public boolean isActive() {
        return active;
    }
}
