// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.press;

/** Kept as a text. */
public enum Status {
    DRAFT,
    PUBLISHED
}
