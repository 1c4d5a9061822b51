// SPDX-License-Identifier: Apache-2.0
/** Files of many rows that are read in the background, and what became of them. */
@NullMarked
package dev.athanor.domain.imports;

import org.jspecify.annotations.NullMarked;
