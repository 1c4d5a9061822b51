// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it;

import org.jboss.arquillian.container.spi.client.deployment.DeploymentScenario;
import org.jboss.arquillian.container.spi.event.DeployManagedDeployments;
import org.jboss.arquillian.container.spi.event.UnDeployManagedDeployments;
import org.jboss.arquillian.container.test.impl.client.deployment.event.GenerateDeployment;
import org.jboss.arquillian.core.api.InstanceProducer;
import org.jboss.arquillian.core.api.annotation.Inject;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.EventContext;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.jboss.arquillian.test.spi.annotation.ClassScoped;
import org.jspecify.annotations.Nullable;

/**
 * Deploys once for all test classes, where Arquillian would do so for each. The server's end is the deployment's; only
 * from a kept server every class takes its deployment away again.
 */
public final class SharedDeployment {
    @Inject
    @ClassScoped
    private InstanceProducer<DeploymentScenario> scenario;

    private @Nullable DeploymentScenario shared;
    private boolean deployed;

    void generate(@Observes EventContext<GenerateDeployment> event) {
        if (shared == null) {
            event.proceed();
            shared = scenario.get();
        } else {
            scenario.set(shared);
        }
    }

    void deploy(@Observes EventContext<DeployManagedDeployments> event) {
        if (!deployed || KeptServer.isWanted()) {
            event.proceed();
            deployed = true;
        }
    }

    void undeploy(@Observes EventContext<UnDeployManagedDeployments> event) {
        if (KeptServer.isWanted()) {
            event.proceed();
        }
    }

    /** Makes this known to Arquillian. */
    public static final class Extension implements LoadableExtension {
        @Override
        public void register(ExtensionBuilder builder) {
            builder.observer(SharedDeployment.class);
        }
    }
}
