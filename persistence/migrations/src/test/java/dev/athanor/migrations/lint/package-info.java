// SPDX-License-Identifier: Apache-2.0
/** Changelogs, looked at. */
@NullMarked
package dev.athanor.migrations.lint;

import org.jspecify.annotations.NullMarked;
