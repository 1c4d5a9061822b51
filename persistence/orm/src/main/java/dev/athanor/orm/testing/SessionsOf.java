// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives tests sessions of a persistence unit, on the database that {@link dev.athanor.testing.PostgresTest} gives them.
 * Methods of the class may have parameters of the types {@link dev.athanor.orm.SessionFactory} and
 * {@link jakarta.persistence.EntityManagerFactory}; test methods also {@link dev.athanor.orm.Session}: the test is then
 * one transaction, which commits at its end, or is rolled back if the test fails. {@code Statements} tells what these
 * run.
 *
 * <pre>{@code
 * @PostgresTest(scripts = "/library.sql")
 * @SessionsOf("library")
 * class BooksTest {
 *     @Test
 *     void areReadWithTheirAuthors(Session session, Statements statements) { … }
 * }
 * }</pre>
 *
 * <p>In Java SE the unit's transactions are its own ({@code RESOURCE_LOCAL}), and its data source is the test's. In a
 * server the application makes its unit known by a {@link DeployedUnits}.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SessionsExtension.class)
public @interface SessionsOf {
    /** The name of the persistence unit. */
    String value();
}
