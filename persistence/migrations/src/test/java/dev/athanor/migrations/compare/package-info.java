// SPDX-License-Identifier: Apache-2.0
/** What leads from one schema to another. */
@NullMarked
package dev.athanor.migrations.compare;

import org.jspecify.annotations.NullMarked;
