// SPDX-License-Identifier: Apache-2.0
/** Hybrids of all kinds, and that Java and SQL agree on them. */
@NullMarked
package dev.athanor.hybrids;

import org.jspecify.annotations.NullMarked;
