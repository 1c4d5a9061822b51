// SPDX-License-Identifier: Apache-2.0
/** Migrations of rows. {@link dev.athanor.migrations.data.DataMigration} is where to start. */
@NullMarked
package dev.athanor.migrations.data;

import org.jspecify.annotations.NullMarked;
