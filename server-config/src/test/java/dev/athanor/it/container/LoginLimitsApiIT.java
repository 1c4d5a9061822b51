// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.it.Addresses;
import dev.athanor.it.Http;
import dev.athanor.it.TestServerSession;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** How often logging in may be tried, by HTTP, from outside. The tests come by a proxy that the server trusts. */
@RunAsClient
class LoginLimitsApiIT extends InContainer {
    private static final int OF_ACCOUNT = 5;
    private static final int OF_ADDRESS = 500;
    private static final long PERIOD = Duration.ofMinutes(15).toSeconds();
    private static final String WRONG = "wrong horse";

    private final String name = "user-" + UUID.randomUUID();
    private final String home = Addresses.random();
    private final String elsewhere = Addresses.random();

    @Test
    void anAccountIsNotTriedForEver() {
        Client.registered(name);
        for (int i = 0; i < OF_ACCOUNT; i++) {
            assertThat(logIn(name, WRONG, Addresses.random()).statusCode()).isEqualTo(401);
        }

        HttpResponse<String> wrong = logIn(name, WRONG, Addresses.random());
        HttpResponse<String> right = logIn(name.toUpperCase(Locale.ROOT), Client.PASSWORD, Addresses.random());

        for (HttpResponse<String> refused : List.of(wrong, right)) {
            assertThat(refused.statusCode()).isEqualTo(429);
            long seconds =
                    Long.parseLong(refused.headers().firstValue("Retry-After").orElseThrow());
            assertThat(seconds).isBetween(1L, PERIOD / OF_ACCOUNT);
            assertThat(refused.body())
                    .isEqualTo("{\"errors\":{\"body\":[\"too many attempts; try again in " + seconds + " s\"]}}");
        }
    }

    @Test
    void anAddressThatNobodyHasIsRefusedAlike() {
        List<Integer> ofNobody = new ArrayList<>();
        List<Integer> ofSomebody = new ArrayList<>();
        Client.registered(name);
        for (int i = 0; i < OF_ACCOUNT + 2; i++) {
            ofNobody.add(logIn("nobody-" + name, WRONG, Addresses.random()).statusCode());
            ofSomebody.add(logIn(name, WRONG, Addresses.random()).statusCode());
        }

        assertThat(ofNobody).isEqualTo(ofSomebody).endsWith(401, 429, 429);
    }

    /** The work that takes long is the hash's, of which PasswordHasherTest tells; this is the rest. */
    @Test
    void itTakesAsManyStatementsToRefuseNobody() {
        Client.registered(name);

        double ofSomebody = Statements.of(() -> refused(name));
        double ofNobody = Statements.of(() -> refused("nobody-" + name));

        assertThat(ofNobody).isEqualTo(ofSomebody).isPositive();
    }

    @Test
    void strangersDoNotKeepTheOwnerOut() {
        Client.registered(name);
        assertThat(logIn(name, Client.PASSWORD, home).statusCode()).isEqualTo(200);
        for (int i = 0; i < OF_ACCOUNT + 1; i++) {
            logIn(name, WRONG, Addresses.random());
        }

        assertThat(logIn(name, Client.PASSWORD, elsewhere).statusCode()).isEqualTo(429);
        assertThat(logIn(name, Client.PASSWORD, home).statusCode()).isEqualTo(200);
    }

    /** What is known is no way round: from there, too, an account is tried so often only. */
    @Test
    void aKnownAddressHasAnAllowanceToo() {
        Client.registered(name);
        logIn(name, Client.PASSWORD, home);
        for (int i = 0; i < OF_ACCOUNT; i++) {
            assertThat(logIn(name, WRONG, home).statusCode()).isEqualTo(401);
        }

        assertThat(logIn(name, Client.PASSWORD, home).statusCode()).isEqualTo(429);
        assertThat(logIn(name, Client.PASSWORD, elsewhere).statusCode()).isEqualTo(200);
    }

    @Test
    void whoIsRightIsNotCounted() {
        Client.registered(name);

        for (int i = 0; i < 2 * OF_ACCOUNT; i++) {
            assertThat(logIn(name, Client.PASSWORD, home).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void timeGivesAttemptsBack() throws SQLException {
        Client.registered(name);
        while (logIn(name, WRONG, home).statusCode() == 401) {
            // until none is left
        }
        assertThat(logIn(name, Client.PASSWORD, home).statusCode()).isEqualTo(429);

        TestServerSession.server()
                .execute("update identity.login_limits set ends_at = ends_at - interval '" + PERIOD / OF_ACCOUNT
                        + " seconds'");

        assertThat(logIn(name, WRONG, home).statusCode()).isEqualTo(401);
        assertThat(logIn(name, WRONG, home).statusCode()).isEqualTo(429);
    }

    @Test
    void ofManyAtOnceNoMoreAreTried() throws Exception {
        Client.registered(name);
        List<Callable<Integer>> guesses = new ArrayList<>();
        for (int i = 0; i < 4 * OF_ACCOUNT; i++) {
            guesses.add(() -> logIn(name, WRONG, Addresses.random()).statusCode());
        }
        ExecutorService many = Executors.newFixedThreadPool(guesses.size());
        List<Integer> statuses = new ArrayList<>();
        try {
            for (Future<Integer> guess : many.invokeAll(guesses)) {
                statuses.add(guess.get());
            }
        } finally {
            many.shutdownNow();
        }

        assertThat(statuses).containsOnly(401, 429);
        assertThat(statuses.stream().filter(status -> status == 401)).hasSize(OF_ACCOUNT);
    }

    @Test
    void anAddressDoesNotTryAllAccounts() throws SQLException {
        Client.registered(name);
        long start = System.nanoTime();
        int tried = 0;
        HttpResponse<String> answer = logIn("0-" + name, WRONG, home);
        while (answer.statusCode() == 401 && tried < 2 * OF_ADDRESS) {
            tried++;
            answer = logIn(tried + "-" + name, WRONG, home);
        }

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds() + 1;
        long back = seconds * OF_ADDRESS / PERIOD + 1;
        assertThat((long) tried).isBetween((long) OF_ADDRESS, OF_ADDRESS + back);
        // None comes back before the rest is over.
        TestServerSession.server().execute("update identity.login_limits set ends_at = ends_at + interval '1 minute'");
        assertThat(logIn(name, Client.PASSWORD, home).statusCode()).isEqualTo(429);
        assertThat(logIn(name, Client.PASSWORD, elsewhere).statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsNotEvenCompleteIsNotCounted() {
        for (int i = 0; i < OF_ACCOUNT + 1; i++) {
            assertThat(logIn(name, "", home).statusCode()).isEqualTo(422);
        }
        Client.registered(name);
        assertThat(logIn(name, Client.PASSWORD, home).statusCode()).isEqualTo(200);
    }

    /** Liberty by itself would believe anybody who sends headers that its own plug-ins for web servers send. */
    @Test
    void clientsDoNotSayWhereTheyComeFrom() {
        Client.registered(name);
        HttpResponse<String> answer = logIn(name, Client.PASSWORD, home);
        assertThat(answer.statusCode()).isEqualTo(200);
        for (int i = 0; i < OF_ACCOUNT; i++) {
            logIn(name, WRONG, elsewhere);
        }

        HttpResponse<String> pretending = http().post(
                        "/api/users/login",
                        body(name, Client.PASSWORD),
                        "X-Forwarded-For",
                        home + ", " + elsewhere,
                        "$WSRA",
                        home,
                        "Forwarded",
                        "for=" + home);

        assertThat(pretending.statusCode()).isEqualTo(429);
    }

    private static void refused(String name) {
        assertThat(logIn(name, WRONG, Addresses.random()).statusCode()).isEqualTo(401);
    }

    private static HttpResponse<String> logIn(String name, String password, String from) {
        return http().post("/api/users/login", body(name, password), "X-Forwarded-For", from);
    }

    private static String body(String name, String password) {
        return """
                {"user": {"email": "%s@example.org", "password": "%s"}}""".formatted(name, password);
    }

    private static Http http() {
        return new Http(TestServerSession.server().address());
    }
}
