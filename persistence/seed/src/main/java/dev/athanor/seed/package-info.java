// SPDX-License-Identifier: Apache-2.0
/** Demo data for the monolith, and the command that writes it. */
@NullMarked
package dev.athanor.seed;

import org.jspecify.annotations.NullMarked;
