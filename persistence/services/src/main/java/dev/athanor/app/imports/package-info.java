// SPDX-License-Identifier: Apache-2.0
/** Files of many rows, read in the background: each row is taken, or refused with what is wrong with it. */
@NullMarked
package dev.athanor.app.imports;

import org.jspecify.annotations.NullMarked;
