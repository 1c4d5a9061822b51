// SPDX-License-Identifier: Apache-2.0
/** Tests of events and insight, from outside the toolkit's packages, as an application sees them. */
@NullMarked
package dev.athanor.orm.listening;

import org.jspecify.annotations.NullMarked;
