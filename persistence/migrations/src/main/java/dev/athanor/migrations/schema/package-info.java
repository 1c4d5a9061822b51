// SPDX-License-Identifier: Apache-2.0
/** What a schema of PostgreSQL's consists of, as values. */
@NullMarked
package dev.athanor.migrations.schema;

import org.jspecify.annotations.NullMarked;
