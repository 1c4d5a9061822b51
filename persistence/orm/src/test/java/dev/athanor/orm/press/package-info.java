// SPDX-License-Identifier: Apache-2.0
/**
 * Entities of a publisher: all kinds of mappings that sessions read. As people write them, without a word about null.
 */
@NullUnmarked
package dev.athanor.orm.press;

import org.jspecify.annotations.NullUnmarked;
