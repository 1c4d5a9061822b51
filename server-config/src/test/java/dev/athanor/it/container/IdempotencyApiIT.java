// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.web.Roles;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is asked for under a key is done once, whatever happens to the answer. */
@RunAsClient
class IdempotencyApiIT extends InContainer {
    private final Client customer = Client.registered();
    private final String key = UUID.randomUUID().toString();
    private final String sku =
            "I" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);

    @BeforeEach
    void stock() {
        Answer added = Client.withRole(Roles.EDITOR).post("/v1/products", """
                {"sku": "%s", "name": "Kettle", "kind": "HOUSEHOLD", "quality": "NEW", "price": 10, "cost": 1,
                 "quantity": 5}""".formatted(sku));
        assertThat(added.status()).as(added.text()).isEqualTo(201);
    }

    private String order(int quantity) {
        return """
                {"address": {"recipient": "Ada", "street": "Main Street 1", "postcode": "10000", "city": "Prague"},
                 "lines": [{"sku": "%s", "quantity": %d}], "wholly": true}""".formatted(sku, quantity);
    }

    private Answer place(int quantity) {
        return customer.sending("Idempotency-Key", key).post("/v1/orders", order(quantity));
    }

    private long orders() {
        return customer.get("/v1/orders?fields=id").json().getInt("total");
    }

    private long stockLeft() {
        return Database.number("select s.quantity from commerce.stock s join commerce.product p on p.id = s.product_id"
                + " where p.sku = '" + sku + "'");
    }

    @Test
    void whoAsksAgainHasTheFirstAnswer() {
        Answer first = place(2);
        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(first.response().headers().firstValue("Idempotency-Replayed"))
                .isEmpty();
        customer.post(first.header("Location").substring("/api".length()) + "/cancellation");

        Answer again = customer.sending("Idempotency-Key", key)
                .post("/v1/orders", order(2).replace("\n", "").replace(": ", ":"));

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(orders()).isOne();
    }

    @Test
    void aKeyStandsForOneRequestOfOneCaller() {
        place(2);

        Answer other = place(1);
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.problems()).containsExactly("Idempotency-Key key-reused");
        Client stranger = Client.registered();
        assertThat(stranger.sending("Idempotency-Key", key)
                        .post("/v1/orders", order(1))
                        .status())
                .isEqualTo(201);
        assertThat(orders()).isOne();
        assertThat(stockLeft()).isEqualTo(2);
    }

    @Test
    void withoutAKeyEachRequestIsItsOwn() {
        customer.post("/v1/orders", order(1));
        customer.post("/v1/orders", order(1));

        assertThat(orders()).isEqualTo(2);
    }

    @Test
    void whatIsRefusedMayBeAskedForAgainUnderTheSameKey() {
        assertThat(place(6).status()).isEqualTo(409);
        assertThat(place(0).status()).isEqualTo(422);
        assertThat(kept()).isZero();

        assertThat(place(5).status()).isEqualTo(201);
        assertThat(kept()).isOne();
    }

    private long kept() {
        return Database.number("select count(*) from requests.answered_request where request_key = '" + key + "'");
    }

    @Test
    void aKeyIsForgottenAfterADay() {
        place(1);
        Database.execute("update requests.answered_request set asked_at = asked_at - interval '25 hours'"
                + " where request_key = '" + key + "'");

        Answer later = place(2);

        assertThat(later.status()).isEqualTo(201);
        assertThat(later.response().headers().firstValue("Idempotency-Replayed"))
                .isEmpty();
        assertThat(orders()).isEqualTo(2);
    }

    @Test
    void whatIsForgottenIsSweptAwayByOthers() {
        place(1);
        Database.execute("update requests.answered_request set asked_at = asked_at - interval '10 years'"
                + " where request_key = '" + key + "'");

        Answer other =
                Client.registered().sending("Idempotency-Key", "other-" + key).post("/v1/orders", order(1));

        assertThat(other.status()).isEqualTo(201);
        assertThat(kept()).isZero();
    }

    @Test
    void ofManyAtOnceOneDoesIt() throws Exception {
        int many = 8;
        ExecutorService clients = Executors.newFixedThreadPool(many);
        try {
            CountDownLatch together = new CountDownLatch(many);
            List<Future<Answer>> answers = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                answers.add(clients.submit(() -> {
                    together.countDown();
                    together.await();
                    return place(1);
                }));
            }
            Set<String> told = new HashSet<>();
            for (Future<Answer> answer : answers) {
                Answer one = answer.get(60, TimeUnit.SECONDS);
                if (one.status() == 201) {
                    told.add(one.text());
                } else {
                    // the pool of this server is smaller than they are many
                    assertThat(one.status()).as(one.text()).isEqualTo(503);
                }
            }
            assertThat(told).hasSize(1);
        } finally {
            clients.shutdownNow();
        }
        assertThat(orders()).isOne();
        assertThat(stockLeft()).isEqualTo(4);
    }

    /** As a server would that died before it committed: its row is gone with its work, and whoever waits does it. */
    @Test
    void whoeverWaitsForOneThatIsUndoneDoesIt() throws Exception {
        long user = Database.number("select id from identity.users where username = '" + customer.name() + "'");
        ExecutorService clients = Executors.newSingleThreadExecutor();
        try (Connection dying = Database.connection();
                Statement statement = dying.createStatement()) {
            dying.setAutoCommit(false);
            statement.execute("insert into requests.answered_request"
                    + " (caller_id, operation, request_key, digest, asked_at) values (" + user + ", 'order', '" + key
                    + "', 'other', now())");
            Future<Answer> waiting = clients.submit(() -> place(1));
            awaitWaiter();
            assertThat(waiting.isDone()).isFalse();
            dying.rollback();
            assertThat(waiting.get(30, TimeUnit.SECONDS).status()).isEqualTo(201);
        } finally {
            clients.shutdownNow();
        }
        assertThat(orders()).isOne();
    }

    private static void awaitWaiter() throws SQLException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (Database.number("select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                        + " and query like '%answered_request%'")
                == 0) {
            assertThat(System.nanoTime()).as("nobody waits").isLessThan(end);
        }
    }

    @Test
    void whoWaitsForTooLongIsToldSo() throws Exception {
        long user = Database.number("select id from identity.users where username = '" + customer.name() + "'");
        try (Connection slow = Database.connection();
                Statement statement = slow.createStatement()) {
            slow.setAutoCommit(false);
            statement.execute("insert into requests.answered_request"
                    + " (caller_id, operation, request_key, digest, asked_at) values (" + user + ", 'order', '" + key
                    + "', 'other', now())");

            Answer late = place(1);

            assertThat(late.status()).isEqualTo(409);
            assertThat(late.problems()).containsExactly("Idempotency-Key under-way");
            assertThat(late.header("Retry-After")).isEqualTo("1");
            slow.rollback();
        }
        assertThat(orders()).isZero();
    }

    @Test
    void aKeyIsOfPrintableCharacters() {
        for (String wrong : new String[] {"a b", "x".repeat(256)}) {
            Answer refused = customer.sending("Idempotency-Key", wrong).post("/v1/orders", order(1));
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.problems()).containsExactly("Idempotency-Key malformed");
        }
        assertThat(orders()).isZero();
    }
}
