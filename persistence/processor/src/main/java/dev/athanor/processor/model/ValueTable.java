// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor.model;

import java.util.List;

/**
 * The table of a collection of values.
 *
 * @param name the class's name
 * @param table the table
 * @param members its fields
 */
public record ValueTable(String name, TableName table, List<Member> members) {}
