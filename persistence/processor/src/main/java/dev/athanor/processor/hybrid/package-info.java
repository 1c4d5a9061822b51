// SPDX-License-Identifier: Apache-2.0
/** Hybrids: what their bodies say in Java, said in SQL. */
@NullMarked
package dev.athanor.processor.hybrid;

import org.jspecify.annotations.NullMarked;
