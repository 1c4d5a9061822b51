// SPDX-License-Identifier: Apache-2.0
/** Changelogs, read and run by Liquibase. */
@NullMarked
package dev.athanor.migrations.changelog;

import org.jspecify.annotations.NullMarked;
