// SPDX-License-Identifier: Apache-2.0
/** Texts of SQL. */
@NullMarked
package dev.athanor.migrations.internal;

import org.jspecify.annotations.NullMarked;
