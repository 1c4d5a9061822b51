// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor.model;

import java.util.List;

/**
 * A further table of an entity.
 *
 * @param name what columns in it say
 * @param table the table
 * @param optional whether there may be no row in it
 * @param own the columns of the first table
 * @param theirs those that equal them
 */
public record TablePart(String name, TableName table, boolean optional, List<String> own, List<String> theirs) {}
