// SPDX-License-Identifier: Apache-2.0
/** Tests of units of work on other threads, as an application sees them. */
@NullMarked
package dev.athanor.orm.async;

import org.jspecify.annotations.NullMarked;
