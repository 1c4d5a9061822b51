// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.commerce;

import java.math.BigDecimal;

/**
 * A product in a list.
 *
 * @param sku what people call it by
 * @param name what it is called
 * @param kind what it is for
 * @param grossPrice what a customer pays
 * @param inStock whether there are any
 */
public record ProductSummary(String sku, String name, String kind, BigDecimal grossPrice, boolean inStock) {}
