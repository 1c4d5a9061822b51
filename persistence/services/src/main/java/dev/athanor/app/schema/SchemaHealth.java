// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.schema;

import dev.athanor.migrations.SchemaReadiness;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once the schema is what this version of the application expects. */
@Readiness
@ApplicationScoped
public class SchemaHealth implements HealthCheck {
    @EJB
    private SchemaAtStart schema;

    @Override
    public HealthCheckResponse call() {
        SchemaReadiness readiness = schema.readiness();
        return HealthCheckResponse.named("schema")
                .status(readiness.ready())
                .withData("state", readiness.description())
                .build();
    }
}
