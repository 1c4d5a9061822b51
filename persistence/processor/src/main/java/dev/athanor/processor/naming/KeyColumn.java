// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor.naming;

/**
 * A column of a primary key.
 *
 * @param path the attribute
 * @param name the column
 */
public record KeyColumn(String path, String name) {}
