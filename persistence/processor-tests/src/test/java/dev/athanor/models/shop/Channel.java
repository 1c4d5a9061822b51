// SPDX-License-Identifier: Apache-2.0
package dev.athanor.models.shop;

public enum Channel {
    MAIL,
    TELEPHONE,
    POST
}
