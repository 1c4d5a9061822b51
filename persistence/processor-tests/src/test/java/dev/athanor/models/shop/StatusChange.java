// SPDX-License-Identifier: Apache-2.0
package dev.athanor.models.shop;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.OffsetDateTime;

@Embeddable
public class StatusChange {
    @Enumerated(EnumType.STRING)
    private OrderStatus status;

    @Column(name = "changed_at")
    private OffsetDateTime changedAt;

    private String remark;

    protected StatusChange() {}

    public StatusChange(OrderStatus status, OffsetDateTime changedAt) {
        this.status = status;
        this.changedAt = changedAt;
    }

    public OrderStatus getStatus() {
        return status;
    }

    public OffsetDateTime getChangedAt() {
        return changedAt;
    }

    public String getRemark() {
        return remark;
    }

    public void setRemark(String remark) {
        this.remark = remark;
    }
}
