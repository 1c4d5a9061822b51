// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.press;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.LocalDateTime;

/** What several entities have. */
@MappedSuperclass
public abstract class Stamped {
    @Column(name = "made_at")
    private LocalDateTime madeAt;

    public LocalDateTime madeAt() {
        return madeAt;
    }

    public void make(LocalDateTime when) {
        madeAt = when;
    }
}
