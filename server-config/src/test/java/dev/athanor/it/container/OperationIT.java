// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.it.Http;
import dev.athanor.it.Metrics;
import dev.athanor.it.TestServerSession;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** What operators see, from outside. */
@RunAsClient
class OperationIT extends InContainer {
    private static HttpResponse<String> get(String path) {
        return new Http(TestServerSession.server().address()).get(path);
    }

    @Test
    void itIsAlive() {
        assertThat(get("/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void readinessLooksAtDatabaseAndSchema() {
        HttpResponse<String> ready = get("/health/ready");

        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(ready.body())
                .contains("{\"name\":\"database\",\"status\":\"UP\"", "{\"name\":\"schema\",\"status\":\"UP\"");
    }

    @Test
    void metricsTellOfThePools() {
        assertThat(get("/metrics").body())
                .contains(
                        "connectionpool_managedConnections{datasource=\"jdbc_athanor\"",
                        "connectionpool_managedConnections{datasource=\"jdbc_athanor_migration\"");
    }

    @Test
    void metricsTellOfTransactionsAndStatements() {
        Map<String, Double> before = Metrics.read();
        new Http(TestServerSession.server().address()).register("user-" + UUID.randomUUID());

        Map<String, Double> after = Metrics.read();
        assertThat(grown("transactions_committed", before, after)).isPositive();
        assertThat(grown("statements", before, after)).isGreaterThanOrEqualTo(3);
        assertThat(grown("statements_failed", before, after)).isZero();
        assertThat(grown("repeatedLoads", before, after)).isZero();
        assertThat(after.get(Metrics.ofMonolith("pool_athanor_size"))).isPositive();
    }

    private static double grown(String figure, Map<String, Double> before, Map<String, Double> after) {
        String name = Metrics.ofMonolith(figure);
        return figure(name, after) - figure(name, before);
    }

    private static double figure(String name, Map<String, Double> figures) {
        return Objects.requireNonNull(figures.get(name), () -> name + " among " + figures.keySet());
    }

    @Test
    void theApiIsDescribed() {
        assertThat(get("/openapi").body())
                .contains("openapi: 3.1", "/api/users:", "operationId: CreateUser", "/api/user:", "securitySchemes:");
        assertThat(get("/openapi/ui/").statusCode()).isEqualTo(200);
    }

    @Test
    void theFirstPageLeadsOn() {
        assertThat(get("/").body()).contains("openapi/ui/", "health", "metrics");
    }
}
