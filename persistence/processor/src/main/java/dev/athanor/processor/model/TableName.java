// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor.model;

import java.util.Optional;

/**
 * A table of the database.
 *
 * @param schema its schema, if it is said
 * @param name its name
 */
public record TableName(Optional<String> schema, String name) {}
