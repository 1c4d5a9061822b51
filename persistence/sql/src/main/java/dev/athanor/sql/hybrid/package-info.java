// SPDX-License-Identifier: Apache-2.0
/**
 * SQL that means what Java means: for each method of Java's that hybrids use, the form in PostgreSQL that gives the
 * same result, to the last digit of a scale and the second half of a surrogate pair. Where null goes in, null comes
 * out, where Java would throw; what else differs, each class says. All forms are immutable to PostgreSQL, for generated
 * columns and indexes, and hold no bound values of their own.
 */
@NullMarked
package dev.athanor.sql.hybrid;

import org.jspecify.annotations.NullMarked;
