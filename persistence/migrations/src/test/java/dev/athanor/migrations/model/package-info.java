// SPDX-License-Identifier: Apache-2.0
/** Entities whose schema is made. */
@NullMarked
package dev.athanor.migrations.model;

import org.jspecify.annotations.NullMarked;
