// SPDX-License-Identifier: Apache-2.0
/** Ways to write down what an application asks for again and again: repositories and specifications. */
@NullMarked
package dev.athanor.orm.pattern;

import org.jspecify.annotations.NullMarked;
