// SPDX-License-Identifier: Apache-2.0
/** Sessions as parameters of JUnit 5 tests; needs {@code athanor-testing} on the class path of the tests. */
@NullMarked
package dev.athanor.orm.testing;

import org.jspecify.annotations.NullMarked;
