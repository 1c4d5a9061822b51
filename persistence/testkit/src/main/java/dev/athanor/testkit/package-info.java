// SPDX-License-Identifier: Apache-2.0
/** What applications test themselves with: that hybrids mean the same in Java and in SQL. */
@NullMarked
package dev.athanor.testkit;

import org.jspecify.annotations.NullMarked;
