// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.nested;

import dev.athanor.orm.InJavaSe;
import dev.athanor.orm.SessionFactory;
import jakarta.persistence.EntityManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The same where units of work share no cache. */
@InJavaSe
class NestedKindsUncachedTest extends NestedKindsTest {
    private final EntityManagerFactory uncached = uncachedFactory();

    @BeforeEach
    void shareNothing() {
        sessions = SessionFactory.of(uncached);
    }

    @AfterEach
    void close() {
        uncached.close();
    }
}
