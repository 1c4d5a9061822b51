// SPDX-License-Identifier: Apache-2.0
/** The persistence unit of that application. */
@NullMarked
package dev.athanor.it.press.unit;

import org.jspecify.annotations.NullMarked;
