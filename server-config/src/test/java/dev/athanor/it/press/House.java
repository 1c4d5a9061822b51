// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.press;

import dev.athanor.orm.audit.Auditing;
import dev.athanor.orm.insight.Tracing;
import io.opentelemetry.api.OpenTelemetry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;

/** The beans that say what is special about signed sessions. */
@ApplicationScoped
class House {
    @Produces
    @Signed
    @PersistenceUnit(unitName = "press")
    @SuppressWarnings("UnusedVariable") // CDI reads it
    private EntityManagerFactory factory;

    // region auditing
    @Produces
    @Signed
    Auditing auditing() {
        return Auditing.by(() -> "the house");
    }
    // endregion

    // region tracing
    @Produces
    @Signed
    @Singleton
    Tracing tracing(OpenTelemetry telemetry) {
        return Tracing.of(telemetry);
    }
    // endregion
}
