// SPDX-License-Identifier: Apache-2.0
/** Classes that know nothing of persistence, mapped by {@code META-INF/depot.xml}, and their tables by hand. */
@NullMarked
package dev.athanor.orm.depot;

import org.jspecify.annotations.NullMarked;
