// SPDX-License-Identifier: Apache-2.0
/** Tests of patterns, on the press's entities. */
@NullMarked
package dev.athanor.orm.pattern;

import org.jspecify.annotations.NullMarked;
