// SPDX-License-Identifier: Apache-2.0
/** A shop: embeddables, composite keys, inheritance in one table and in a table per class, collections of values. */
@NullUnmarked
package dev.athanor.models.shop;

import org.jspecify.annotations.NullUnmarked;
