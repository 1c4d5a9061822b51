// SPDX-License-Identifier: Apache-2.0
/** What the manual shows of hybrids. */
@NullMarked
package dev.athanor.hybrids.tutorial;

import org.jspecify.annotations.NullMarked;
