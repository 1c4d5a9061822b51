// SPDX-License-Identifier: Apache-2.0
/**
 * Brings a database's schema to what a changelog says, or tells what is missing.
 * {@link dev.athanor.migrations.Migrations} is where to start.
 */
@NullMarked
package dev.athanor.migrations;

import org.jspecify.annotations.NullMarked;
