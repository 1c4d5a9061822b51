// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations;

import java.util.Objects;

/**
 * Whether a schema allows to serve. Immutable and thread-safe.
 *
 * <pre>{@code
 * HealthCheckResponse.named("schema").status(readiness.ready()).withData("state", readiness.description()).build();
 * }</pre>
 *
 * @param ready whether it does
 * @param description how the schema stands, or why it is not ready
 */
public record SchemaReadiness(boolean ready, String description) {
    /** Has a description. */
    public SchemaReadiness {
        Objects.requireNonNull(description, "description");
    }

    static SchemaReadiness notReady(String reason) {
        return new SchemaReadiness(false, reason);
    }
}
