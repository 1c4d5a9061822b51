// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.press;

import dev.athanor.annotations.Audited;
import dev.athanor.annotations.CreatedAt;
import dev.athanor.annotations.UpdatedBy;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.OneToOne;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Has a history, as have those below it, each in a table of its own. */
@Entity
@Audited
@Inheritance(strategy = InheritanceType.JOINED)
@SuppressWarnings("NullAway.Init")
public class Asset {
    @Id
    private long id;

    private String name;

    @CreatedAt
    private @Nullable OffsetDateTime created;

    @UpdatedBy
    private @Nullable String updater;

    @OneToOne(fetch = FetchType.LAZY)
    private @Nullable Asset twin;

    protected Asset() {}

    public Asset(long id, String name) {
        this.id = id;
        this.name = name;
    }

    public String name() {
        return name;
    }

    public void rename(String other) {
        this.name = other;
    }

    public void pairWith(@Nullable Asset other) {
        this.twin = other;
    }

    public @Nullable Asset twin() {
        return twin;
    }

    public @Nullable OffsetDateTime created() {
        return created;
    }

    public @Nullable String updater() {
        return updater;
    }
}
