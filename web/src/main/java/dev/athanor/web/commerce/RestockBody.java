// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.commerce;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * More of a product.
 *
 * @param quantity how many more
 */
@Schema(name = "Restock")
public record RestockBody(@Schema(required = true) int quantity) {}
