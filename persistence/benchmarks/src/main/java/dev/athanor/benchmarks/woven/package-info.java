// SPDX-License-Identifier: Apache-2.0
/** The entities that EclipseLink weaves, for its own queries and for sessions. */
@NullMarked
package dev.athanor.benchmarks.woven;

import org.jspecify.annotations.NullMarked;
