// SPDX-License-Identifier: Apache-2.0
/** What a database has, and what it makes of a schema that is wanted. */
@NullMarked
package dev.athanor.migrations.catalog;

import org.jspecify.annotations.NullMarked;
