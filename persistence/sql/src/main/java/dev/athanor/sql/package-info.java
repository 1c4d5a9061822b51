// SPDX-License-Identifier: Apache-2.0
/**
 * Typed SQL: {@link dev.athanor.sql.Sql} has the functions to begin with, {@link dev.athanor.sql.Table} what tables are
 * declared by, {@link dev.athanor.sql.Queries} what runs a statement.
 */
@NullMarked
package dev.athanor.sql;

import org.jspecify.annotations.NullMarked;
