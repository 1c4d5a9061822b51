// SPDX-License-Identifier: Apache-2.0
/** Entities that belong together: baskets with their items, shelves below shelves. */
@NullUnmarked
package dev.athanor.orm.market;

import org.jspecify.annotations.NullUnmarked;
