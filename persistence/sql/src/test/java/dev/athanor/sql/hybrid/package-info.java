// SPDX-License-Identifier: Apache-2.0
/** Compares SQL with Java itself, over many values. */
@NullMarked
package dev.athanor.sql.hybrid;

import org.jspecify.annotations.NullMarked;
