// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.render;

/**
 * The text of all statements of one structure, with a {@code ?} for each of their binds.
 *
 * @param sql the text
 */
public record Rendered(String sql) {}
