// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.publishing;

/**
 * A category.
 *
 * @param slug its address
 * @param name what it is called
 */
public record CategoryView(String slug, String name) {}
