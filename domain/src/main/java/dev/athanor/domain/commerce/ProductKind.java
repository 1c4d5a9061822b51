// SPDX-License-Identifier: Apache-2.0
package dev.athanor.domain.commerce;

/** What a product is for. */
public enum ProductKind {
    HOUSEHOLD,
    TOOL,
    GARMENT,
    MEDIA
}
