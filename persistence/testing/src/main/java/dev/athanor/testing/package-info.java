// SPDX-License-Identifier: Apache-2.0
/** JUnit 5 tests on a real PostgreSQL, without one having to be installed. */
@NullMarked
package dev.athanor.testing;

import org.jspecify.annotations.NullMarked;
