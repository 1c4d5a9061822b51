// SPDX-License-Identifier: Apache-2.0
/** What is sold: products and their stock, orders with what was ordered, payments, and papers. */
@NullMarked
package dev.athanor.domain.commerce;

import org.jspecify.annotations.NullMarked;
