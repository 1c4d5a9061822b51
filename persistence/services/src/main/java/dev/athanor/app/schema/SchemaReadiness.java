// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.schema;

/**
 * Whether the schema allows to serve.
 *
 * @param ready whether it does
 * @param description how the schema stands, or why it is not ready
 */
public record SchemaReadiness(boolean ready, String description) {
    static SchemaReadiness notReady(String reason) {
        return new SchemaReadiness(false, reason);
    }
}
