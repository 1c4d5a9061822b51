// SPDX-License-Identifier: Apache-2.0
/** What leads from one schema to another. {@link dev.athanor.migrations.compare.Comparison} is where to start. */
@NullMarked
package dev.athanor.migrations.compare;

import org.jspecify.annotations.NullMarked;
