// SPDX-License-Identifier: Apache-2.0
package dev.athanor.models.school;

import jakarta.persistence.AssociationOverride;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;

@Entity
@AssociationOverride(name = "responsible", joinColumns = @JoinColumn(name = "chief"))
@AttributeOverride(name = "keys", column = @Column(name = "chip_count"))
public class Laboratory extends Managed {
    private String purpose;

    public String getPurpose() {
        return purpose;
    }

    public void setPurpose(String purpose) {
        this.purpose = purpose;
    }
}
