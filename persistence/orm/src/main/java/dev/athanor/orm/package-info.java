// SPDX-License-Identifier: Apache-2.0
/**
 * Sessions: statements in, managed entities out. {@link dev.athanor.orm.SessionFactory} gives them in Java SE,
 * {@link dev.athanor.orm.Session} is what they can do.
 */
@NullMarked
package dev.athanor.orm;

import org.jspecify.annotations.NullMarked;
