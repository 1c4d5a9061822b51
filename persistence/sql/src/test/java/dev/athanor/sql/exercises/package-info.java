// SPDX-License-Identifier: Apache-2.0
/** Exercises as textbooks of SQL set them, each solved in the language of {@link dev.athanor.sql}. */
@NullMarked
package dev.athanor.sql.exercises;

import org.jspecify.annotations.NullMarked;
