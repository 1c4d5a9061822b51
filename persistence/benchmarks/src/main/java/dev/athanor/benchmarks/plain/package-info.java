// SPDX-License-Identifier: Apache-2.0
/** The same entities for Hibernate, not woven. */
@NullMarked
package dev.athanor.benchmarks.plain;

import org.jspecify.annotations.NullMarked;
