// SPDX-License-Identifier: Apache-2.0
/** Blocks within transactions that are undone alone. */
@NullMarked
package dev.athanor.orm.nested;

import org.jspecify.annotations.NullMarked;
