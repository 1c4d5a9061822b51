// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.bulk;

import dev.athanor.sql.SqlException;

/**
 * A row that the database refused.
 *
 * @param index its place among the rows that were given, from 0
 * @param cause what the database said
 */
public record RowFailure(long index, SqlException cause) {}
