// SPDX-License-Identifier: Apache-2.0
/** Expressions that become a part of the schema: of generated columns, and of indexes. */
@NullMarked
package dev.athanor.sql.schema;

import org.jspecify.annotations.NullMarked;
