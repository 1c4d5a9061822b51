// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor.model;

import java.util.List;
import java.util.Optional;

/**
 * What tells the class of a row, in a table of several.
 *
 * @param column the column
 * @param number whether it holds numbers
 * @param own what it holds for the class itself; nothing if that is abstract
 * @param restriction all that it holds for the class and those below it; nothing if all rows are theirs
 */
public record Kinds(String column, boolean number, Optional<String> own, Optional<List<String>> restriction) {}
