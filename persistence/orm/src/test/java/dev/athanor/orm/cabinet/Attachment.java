// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.cabinet;

import dev.athanor.annotations.SoftDelete;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** Belongs to a sheet, and says by a flag whether it is deleted. */
@Entity
public class Attachment {
    @Id
    private Long id;

    @SoftDelete
    private boolean deleted;

    @ManyToOne(fetch = FetchType.LAZY)
    private Sheet sheet;

    public Long id() {
        return id;
    }

    public boolean isDeleted() {
        return deleted;
    }

    public Sheet sheet() {
        return sheet;
    }
}
