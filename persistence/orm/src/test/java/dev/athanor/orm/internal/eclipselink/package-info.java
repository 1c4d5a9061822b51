// SPDX-License-Identifier: Apache-2.0
/** Tests of what cannot be brought about from outside. */
@NullMarked
package dev.athanor.orm.internal.eclipselink;

import org.jspecify.annotations.NullMarked;
