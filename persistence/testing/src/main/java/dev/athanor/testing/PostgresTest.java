// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives each test of a class an empty database of its own, for every parameter of type {@link TestDatabase} of its
 * method and of those before and after each. The server is started once for all test classes of a JVM.
 *
 * <pre>{@code
 * @PostgresTest
 * class CounterTest {
 *     @Test
 *     void counts(TestDatabase database) throws SQLException {
 *         try (Connection connection = database.dataSource().getConnection()) { … }
 *     }
 * }
 * }</pre>
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(PostgresExtension.class)
public @interface PostgresTest {
    /**
     * The configuration parameter of JUnit that names a database to be used instead, as an address for JDBC with user
     * and password. All that this user owns in it is dropped before each test.
     */
    String DATABASE = "athanor.testing.database";
}
