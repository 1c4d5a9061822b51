// SPDX-License-Identifier: Apache-2.0
/** A film rental: a schema, names with underscores, and some in mixed case, with quotes and without. */
@NullUnmarked
package dev.athanor.models.film;

import org.jspecify.annotations.NullUnmarked;
