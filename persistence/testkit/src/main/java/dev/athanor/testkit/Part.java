// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit;

import java.util.List;

/**
 * Another table that entities of a class are kept in.
 *
 * @param table the table
 * @param outer whether there may be no row in it
 * @param root columns of the first table
 * @param own the columns of this that equal them
 */
record Part(TemporaryTable table, boolean outer, List<Slot> root, List<Slot> own) {}
