// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.it.TestServerSession;
import dev.athanor.web.Roles;
import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Logging in, and what users change of themselves, from outside. */
@RunAsClient
class CurrentUserApiIT extends InContainer {
    private final String name = "user-" + UUID.randomUUID();

    @Test
    void loggingInGivesTheUserWithAToken() {
        Client.registered(name);

        Answer answer = logIn(name.toUpperCase(Locale.ROOT) + "@example.org", Client.PASSWORD);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.in("user").keySet()).containsExactlyInAnyOrder("email", "token", "username", "bio", "image");
        assertThat(answer.in("user").getString("username")).isEqualTo(name);
        assertThat(answer.client().get("/user").in("user").getString("email")).isEqualTo(name + "@example.org");
    }

    @Test
    void wrongCredentialsAreRefusedAlike() {
        Client.registered(name);

        for (Answer refused : new Answer[] {
            logIn(name + "@example.org", "wrong horse"), logIn("nobody-" + name + "@example.org", Client.PASSWORD)
        }) {
            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.text()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"user\": {}}                                          | email can't be blank; password can't be blank",
                "{\"user\": {\"email\": \"\", \"password\": \"x\"}}      | email can't be blank",
                "{\"user\": {\"email\": \"a@b.c\", \"password\": null}}  | password can't be blank",
                "{\"user\": {\"email\": \"a@b.c\", \"password\": 12345678}} | user.password has the wrong type",
                "{\"user\": {\"email\": \"a\\u0000b\", \"password\": \"x\"}} | email must not contain control characters",
                "{}                                                      | user is missing",
            })
    void missingCredentialsAreNamed(String body, String errors) {
        Answer answer = Client.nobody().post("/users/login", body);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(String.join("; ", answer.errors())).isEqualTo(errors);
    }

    @Test
    void whatIsSentIsChangedAndTheRestStays() {
        Client client = Client.registered(name);

        JsonObject changed = client.put("/user", "{\"user\": {\"bio\": \"I weave\", \"unknown\": [1]}}")
                .in("user");
        JsonObject again = client.put("/user", "{\"user\": {\"image\": \"https://example.org/a.png\"}}")
                .in("user");

        assertThat(changed.getString("bio")).isEqualTo("I weave");
        assertThat(again.getString("bio")).isEqualTo("I weave");
        assertThat(again.getString("image")).isEqualTo("https://example.org/a.png");
        assertThat(again.getString("username")).isEqualTo(name);
        assertThat(client.get("/user").in("user").getString("image")).isEqualTo("https://example.org/a.png");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\""})
    void whatIsNullOrBlankIsTakenAway(String nothing) {
        Client client = Client.registered(name);
        client.put("/user", "{\"user\": {\"bio\": \"I weave\", \"image\": \"x\"}}");

        JsonObject changed =
                client.put("/user", "{\"user\": {\"bio\": " + nothing + "}}").in("user");

        assertThat(changed.getString("bio")).isEmpty();
        assertThat(changed.getString("image")).isEqualTo("x");
    }

    @Test
    void namesAddressesAndPasswordsAreChanged() {
        Client client = Client.registered(name);

        Answer changed = client.put("/user", """
                {"user": {"username": "new-%s", "email": "new-%s@example.org", "password": "battery staple"}}""".formatted(name, name));

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.client().get("/user").in("user").getString("username"))
                .isEqualTo("new-" + name);
        assertThat(logIn(name + "@example.org", Client.PASSWORD).status()).isEqualTo(401);
        assertThat(logIn("new-" + name + "@example.org", "battery staple").status())
                .isEqualTo(200);
    }

    @Test
    void theOwnNameInOtherLettersIsNotTaken() {
        Answer changed =
                Client.registered(name).put("/user", "{\"user\": {\"username\": \"" + name.replace('u', 'U') + "\"}}");

        assertThat(changed.in("user").getString("username")).isEqualTo(name.replace('u', 'U'));
    }

    @Test
    void namesAndAddressesOfOthersAreRefused() {
        Client.registered("other-" + name);

        Answer refused = Client.registered(name).put("/user", """
                {"user": {"username": "OTHER-%s", "email": "other-%s@example.org"}}""".formatted(name, name));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.errors()).containsExactly("username has already been taken", "email has already been taken");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"user\": {}}                       | user must say what to change",
                "{}                                   | user is missing",
                "{\"user\": {\"email\": null}}        | email can't be blank",
                "{\"user\": {\"username\": \" \"}}    | username can't be blank",
                "{\"user\": {\"username\": \" a\"}}   | username must not begin or end with a space",
                "{\"user\": {\"email\": \"x\", \"password\": \"short\"}} | email is not an e-mail address; password is too short (minimum is 8 characters)",
                "{\"user\": {\"bio\": 5}}             | user.bio has the wrong type",
                "{\"user\": {\"bio\": \"a\\u0000b\"}} | bio must not contain NUL or half characters",
            })
    void wrongChangesAreRefused(String body, String errors) {
        Client client = Client.registered(name);

        Answer answer = client.put("/user", body);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(String.join("; ", answer.errors())).isEqualTo(errors);
        assertThat(client.get("/user").in("user").getString("username")).isEqualTo(name);
    }

    @Test
    void nobodyAndWhoIsGoneChangeNothing() throws SQLException {
        Client client = Client.registered(name);
        TestServerSession.server()
                .execute("update identity.users set deleted_at = now() where username = '" + name + "'");

        for (Client refused : new Client[] {Client.nobody(), client}) {
            assertThat(refused.put("/user", "{\"user\": {\"bio\": \"x\"}}").status())
                    .isEqualTo(401);
            assertThat(refused.get("/user").status()).isEqualTo(401);
            assertThat(refused.post("/articles", Client.article("x")).status()).isEqualTo(401);
            assertThat(refused.get("/articles/feed").status()).isEqualTo(401);
        }
        assertThat(logIn(name + "@example.org", Client.PASSWORD).status()).isEqualTo(401);
        assertThat(Client.nobody().get("/profiles/" + name).status()).isEqualTo(404);
    }

    /** With a role, of which is asked before the resource is reached, and without. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anotherPasswordEndsWhatWasGivenForTheOneBefore(boolean withRole) {
        Client first = withRole ? Client.withRole(Roles.EDITOR) : Client.registered();
        Client second = Client.loggedIn(first.name());
        Client other = Client.registered();
        second.post("/profiles/" + other.name() + "/follow");
        assertThat(follows(first, other)).isTrue();

        Answer changed = second.put("/user", "{\"user\": {\"password\": \"battery staple\"}}");

        assertThat(changed.status()).isEqualTo(200);
        for (Client refused : new Client[] {first, second}) {
            assertThat(refused.get("/user").status()).isEqualTo(401);
            assertThat(refused.put("/user", "{\"user\": {\"bio\": \"x\"}}").status())
                    .isEqualTo(401);
            assertThat(refused.get("/v1/orders").status()).isEqualTo(401);
            assertThat(refused.get("/v1/students").status()).isEqualTo(withRole ? 401 : 403);
            assertThat(follows(refused, other)).as("nobody in particular").isFalse();
            assertThat(refused.get("/articles").status()).as("everybody's").isEqualTo(200);
        }
        Client now = changed.client();
        assertThat(follows(now, other)).isTrue();
        assertThat(now.get("/v1/students").status()).isEqualTo(withRole ? 200 : 403);
        Client later = logIn(first.name() + "@example.org", "battery staple").client();
        assertThat(later.get("/user").in("user").getString("username")).isEqualTo(first.name());
    }

    private static boolean follows(Client client, Client other) {
        return client.get("/profiles/" + other.name()).in("profile").getBoolean("following");
    }

    @Test
    void otherChangesEndNothing() {
        Client client = Client.registered(name);

        client.put("/user", "{\"user\": {\"bio\": \"x\", \"email\": \"new-" + name + "@example.org\"}}");

        assertThat(client.get("/user").status()).isEqualTo(200);
    }

    /** The password was right when it was verified, and is not any more when the token is to be given. */
    @Test
    void whoLogsInWhileThePasswordIsChangedDoesNot() throws Exception {
        Client client = Client.registered(name);
        Client.loggedIn(name);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try (Connection connection = Database.connection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            // What says that the account has logged in from here, and is written when it does so again.
            assertThat(statement
                            .executeQuery(
                                    "select from identity.login_limits where ends_at > now() + interval '1 day' for update")
                            .next())
                    .isTrue();
            Future<Answer> late = other.submit(() -> logIn(name + "@example.org", Client.PASSWORD));
            Database.awaitLocked(1);
            client.put("/user", "{\"user\": {\"password\": \"battery staple\"}}");
            TestServerSession.server().awaitStandby();
            connection.rollback();

            assertThat(late.get(60, TimeUnit.SECONDS).status()).isEqualTo(401);
        } finally {
            other.shutdown();
        }
        assertThat(logIn(name + "@example.org", "battery staple").status()).isEqualTo(200);
    }

    private static Answer logIn(String email, String password) {
        return Client.nobody().post("/users/login", """
                {"user": {"email": "%s", "password": "%s"}}""".formatted(email, password));
    }
}
