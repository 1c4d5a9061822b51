// SPDX-License-Identifier: Apache-2.0
/**
 * Ways to write down what an application asks for again and again: {@link dev.athanor.orm.pattern.Repository} to be
 * extended, and {@link dev.athanor.orm.pattern.Specification} for conditions that are put together.
 */
@NullMarked
package dev.athanor.orm.pattern;

import org.jspecify.annotations.NullMarked;
