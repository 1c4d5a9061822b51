// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.commerce;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What there is of a product.
 *
 * @param sku what people call the product by
 * @param quantity how many there are
 */
@Schema(name = "Stock")
public record StockBody(String sku, int quantity) {}
