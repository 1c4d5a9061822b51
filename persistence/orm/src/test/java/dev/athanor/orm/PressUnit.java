// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import dev.athanor.testing.TestDatabase;
import jakarta.persistence.EntityManagerFactory;
import java.util.ServiceLoader;

/** The press's persistence unit in the world that the tests run in: a server makes itself known as a service. */
public interface PressUnit {
    /** That of the server, or else of Java SE. */
    static PressUnit current() {
        return ServiceLoader.load(PressUnit.class).findFirst().orElseGet(JavaSeUnit::new);
    }

    /** Its factory, the same for all tests. */
    EntityManagerFactory factory();

    /** What it is connected by. */
    RecordedDatabase database();

    /** Lets it work with the database of a test. */
    void use(TestDatabase fresh);
}
