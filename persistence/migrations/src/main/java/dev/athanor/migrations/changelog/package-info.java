// SPDX-License-Identifier: Apache-2.0
/** Changes as changelogs of Liquibase's. {@link dev.athanor.migrations.changelog.Changelog} is where to start. */
@NullMarked
package dev.athanor.migrations.changelog;

import org.jspecify.annotations.NullMarked;
