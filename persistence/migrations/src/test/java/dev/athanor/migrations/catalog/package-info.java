// SPDX-License-Identifier: Apache-2.0
/** Schemas, on a real PostgreSQL. */
@NullMarked
package dev.athanor.migrations.catalog;

import org.jspecify.annotations.NullMarked;
