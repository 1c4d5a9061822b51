// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

import dev.athanor.it.ApplicationArchive;
import dev.athanor.it.PressArchive;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;

/** What tests in the container extend. */
@ArquillianTest
public abstract class InContainer {
    @Deployment
    static EnterpriseArchive application() {
        return ApplicationArchive.withTestsOf(InContainer.class.getPackage());
    }

    /** Deployed and taken away by the tests that use it. */
    @Deployment(name = PressArchive.NAME, managed = false, testable = false)
    static EnterpriseArchive press() {
        return PressArchive.make();
    }
}
