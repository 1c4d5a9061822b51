// SPDX-License-Identifier: Apache-2.0
package dev.athanor.models.film;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.LocalDateTime;

@MappedSuperclass
public abstract class Stamped {
    @Column(name = "last_update", nullable = false)
    private LocalDateTime lastUpdate = LocalDateTime.of(2026, 1, 1, 0, 0);

    public LocalDateTime getLastUpdate() {
        return lastUpdate;
    }

    public void setLastUpdate(LocalDateTime lastUpdate) {
        this.lastUpdate = lastUpdate;
    }
}
