// SPDX-License-Identifier: Apache-2.0
/**
 * Sessions as parameters of JUnit 5 tests, by {@link dev.athanor.orm.testing.SessionsOf}; needs {@code athanor-testing}
 * on the class path of the tests. In a server {@link dev.athanor.orm.testing.DeployedUnits} makes units known.
 */
@NullMarked
package dev.athanor.orm.testing;

import org.jspecify.annotations.NullMarked;
