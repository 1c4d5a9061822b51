// SPDX-License-Identifier: Apache-2.0
/** The entities of the manual on typed tables. */
@NullMarked
package dev.athanor.domain.tutorial;

import org.jspecify.annotations.NullMarked;
