// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.it.Http;
import dev.athanor.it.Pools;
import dev.athanor.it.TestServerSession;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** Many clients at once; the server of the tests has five connections, for which it waits one second. */
@RunAsClient
class StressIT extends InContainer {
    private static final int CLIENTS = 64;
    private static final int ROUNDS = 2;
    private static final int CONNECTIONS = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Each reads and writes; what was refused for now is asked for again, as clients are told. */
    @Test
    void sixtyFourClientsAllGetRightAnswers() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        try {
            CyclicBarrier together = new CyclicBarrier(CLIENTS);
            List<Future<Client>> all = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                all.add(threads.submit(visit(together)));
            }
            for (Future<Client> one : all) {
                Client client = one.get(5, TimeUnit.MINUTES);
                JsonObject own = patiently(() -> client.get("/articles?author=" + client.name()), 200)
                        .json();
                assertThat(own.getInt("articlesCount")).isEqualTo(ROUNDS);
            }
        } finally {
            threads.shutdownNow();
        }
        Pools.awaitIdle();
    }

    private static Callable<Client> visit(CyclicBarrier together) {
        return () -> {
            String name = "stress-" + UUID.randomUUID();
            together.await(1, TimeUnit.MINUTES);
            Client client = new Answer(patientlySent(() -> http().register(name), 201)).client();
            for (int round = 0; round < ROUNDS; round++) {
                readAndWrite(client, round);
            }
            return client;
        };
    }

    private static void readAndWrite(Client client, int round) {
        String title = client.name() + " " + round;
        String slug = patiently(() -> client.post("/articles", Client.article(title, "stress")), 201)
                .in("article")
                .getString("slug");
        assertThat(patiently(() -> client.get("/articles/" + slug), 200)
                        .in("article")
                        .getString("title"))
                .isEqualTo(title);
        assertThat(patiently(() -> client.post("/articles/" + slug + "/favorite"), 200)
                        .in("article")
                        .getInt("favoritesCount"))
                .isEqualTo(1);
        assertThat(patiently(() -> client.get("/articles?limit=20"), 200).json().getJsonArray("articles"))
                .isNotEmpty();
        assertThat(patiently(() -> client.get("/v1/products?size=5"), 200).json())
                .containsKey("items");
        assertThat(patiently(() -> client.get("/v1/products/none"), 404).text()).contains("Not Found");
    }

    private static Answer patiently(Supplier<Answer> request, int status) {
        return new Answer(patientlySent(() -> request.get().response(), status));
    }

    private static HttpResponse<String> patientlySent(Supplier<HttpResponse<String>> request, int status) {
        Instant deadline = Instant.now().plus(PATIENCE);
        HttpResponse<String> answer = request.get();
        while (answer.statusCode() == 503 && Instant.now().isBefore(deadline)) {
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            answer = request.get();
        }
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return answer;
    }

    /** Whoever has a connection waits for a lock; whoever comes then is told to come back, and soon. */
    @Test
    void whoGetsNoConnectionIsToldToComeBack() throws Exception {
        Pools.awaitIdle();
        List<Future<HttpResponse<String>>> waiting = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
        try (Connection connection = TestServerSession.server().connectToData();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table identity.users in exclusive mode");
            for (int i = 0; i < CONNECTIONS; i++) {
                waiting.add(threads.submit(() -> patientlySent(StressIT::register, 201)));
            }
            awaitLocked();
            Instant asked = Instant.now();
            HttpResponse<String> refused = register();

            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("2");
            assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(20));
            connection.rollback();
        } finally {
            threads.shutdown();
        }
        for (Future<HttpResponse<String>> one : waiting) {
            assertThat(one.get(60, TimeUnit.SECONDS).statusCode()).isEqualTo(201);
        }
        Pools.awaitIdle();
    }

    private static void awaitLocked() throws Exception {
        Instant deadline = Instant.now().plus(PATIENCE);
        String waiting =
                "select count(*) from pg_stat_activity where application_name = 'athanor' and wait_event_type ="
                        + " 'Lock'";
        while (TestServerSession.server().number(waiting) < CONNECTIONS
                && Instant.now().isBefore(deadline)) {
            Thread.onSpinWait();
        }
    }

    private static HttpResponse<String> register() {
        return http().register("user-" + UUID.randomUUID());
    }

    private static Http http() {
        return new Http(TestServerSession.server().address());
    }
}
