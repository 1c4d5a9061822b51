// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.testing;

import jakarta.persistence.EntityManagerFactory;

/**
 * Makes an application's persistence units known to tests that run beside it in a server; found as a service, by
 * {@link java.util.ServiceLoader}. Its methods are called from one thread at a time.
 */
@FunctionalInterface
public interface DeployedUnits {
    /** The factory that the server gives the application, such as by {@code @PersistenceUnit}. */
    EntityManagerFactory factory(String unit);
}
