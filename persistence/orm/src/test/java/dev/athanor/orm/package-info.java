// SPDX-License-Identifier: Apache-2.0
/** Tests of sessions on a real PostgreSQL, in Java SE, on woven entities. */
@NullMarked
package dev.athanor.orm;

import org.jspecify.annotations.NullMarked;
