// SPDX-License-Identifier: Apache-2.0
package dev.athanor.models.shop;

public enum OrderStatus {
    OPEN,
    PAID,
    SENT,
    CLOSED
}
