// SPDX-License-Identifier: Apache-2.0
/** What changelogs do to a database in use. {@link dev.athanor.migrations.lint.Lint} is where to start. */
@NullMarked
package dev.athanor.migrations.lint;

import org.jspecify.annotations.NullMarked;
