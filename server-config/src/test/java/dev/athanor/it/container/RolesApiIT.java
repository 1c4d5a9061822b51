// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.it.TestServerSession;
import dev.athanor.web.Roles;
import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Roles by HTTP, from outside: who gives them, and when they count. */
@RunAsClient
class RolesApiIT extends InContainer {
    private final String name = "user-" + UUID.randomUUID();

    private final Client administrator = Client.administrator();

    @Test
    void administratorsGiveRolesAndTakeThemAway() {
        Client.registered(name);

        Answer given = administrator.put(roles(name), "{\"roles\": [\"editor\"]}");
        Answer both = administrator.put(roles(name), "{\"roles\": [\"editor\", \"administrator\", \"editor\"]}");
        Answer one = administrator.put(roles(name), "{\"roles\": [\"administrator\"]}");
        Answer none = administrator.put(roles(name), "{\"roles\": []}");

        assertThat(given.status()).as(given.text()).isEqualTo(200);
        assertThat(given.text()).isEqualTo("{\"roles\":[\"editor\"]}");
        assertThat(both.text()).isEqualTo("{\"roles\":[\"administrator\",\"editor\"]}");
        assertThat(one.text()).isEqualTo("{\"roles\":[\"administrator\"]}");
        assertThat(none.text()).isEqualTo("{\"roles\":[]}");
        assertThat(administrator.get(roles(name)).text()).isEqualTo("{\"roles\":[]}");
    }

    @Test
    void aRoleThatWasGivenComesWithTheNextToken() {
        Client user = Client.registered(name);
        administrator.put(roles(name), "{\"roles\": [\"administrator\"]}");

        assertThat(user.get(roles(name)).status()).isEqualTo(403);
        assertThat(user.get("/user").client().get(roles(name)).status()).isEqualTo(200);
        assertThat(Client.loggedIn(name).get(roles(name)).status()).isEqualTo(200);
    }

    @Test
    void aRoleThatWasTakenAwayIsGoneAtOnce() {
        Client.registered(name);
        administrator.put(roles(name), "{\"roles\": [\"administrator\"]}");
        Client user = Client.loggedIn(name);
        assertThat(user.get(roles(name)).status()).isEqualTo(200);

        administrator.put(roles(name), "{\"roles\": [\"editor\"]}");

        assertThat(user.get(roles(name)).status()).isEqualTo(403);
        assertThat(user.get("/user").status()).isEqualTo(200);
    }

    @Test
    void whoIsGoneHasNoRoleAndSeesNothingThatIsForUsers() throws SQLException {
        Client user = Client.registered(name);
        administrator.put(roles(name), "{\"roles\": [\"administrator\"]}");
        Client withRole = Client.loggedIn(name);
        assertThat(user.get("/v1/employees").status()).isEqualTo(200);
        TestServerSession.server()
                .execute("update identity.users set deleted_at = now() where username = '" + name + "'");

        for (Client gone : List.of(user, withRole)) {
            assertThat(gone.get(roles(name)).status()).isIn(401, 403);
            assertThat(gone.get("/v1/employees").status()).isEqualTo(401);
        }
        assertThat(withRole.get(roles(administrator.name())).status()).isEqualTo(401);
    }

    @Test
    void othersAreRefusedAndDoNotLearnWhoIsThere() {
        Client user = Client.registered(name);

        for (String path : List.of(roles(name), roles("nobody-" + name))) {
            assertThat(Client.nobody().get(path).status()).isEqualTo(401);
            assertThat(Client.nobody().put(path, "{\"roles\": []}").status()).isEqualTo(401);
            assertThat(user.get(path).status()).isEqualTo(403);
            assertThat(user.put(path, "{\"roles\": [\"administrator\"]}").status())
                    .isEqualTo(403);
        }
        assertThat(user.get(roles(name)).text()).doesNotContain(name);
        assertThat(administrator.get(roles(name)).text()).isEqualTo("{\"roles\":[]}");
    }

    @Test
    void administratorsKeepTheirOwnRole() {
        Answer refused = administrator.put(roles(administrator.name()), "{\"roles\": [\"editor\"]}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("must keep your own administrator");
        assertThat(administrator.get(roles(administrator.name())).text()).contains(Roles.ADMINISTRATOR);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"roles\": [\"king\"]}           | roles must be of: editor, administrator",
                "{\"roles\": [\"EDITOR\"]}         | roles must be of: editor, administrator",
                "{\"roles\": [\"user\"]}           | roles must be of: editor, administrator",
                "{\"roles\": [null]}               | roles must be of: editor, administrator",
                "{\"roles\": null}                 | roles is missing",
                "{}                                | roles is missing",
                "{\"roles\": \"editor\"}           | roles has the wrong type",
                "{\"roles\": [5]}                  | roles has the wrong type",
            })
    void wrongRolesAreRefused(String body, String detail) {
        Client.registered(name);

        Answer refused = administrator.put(roles(name), body);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.response().headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonObject error = refused.json().getJsonArray("errors").getJsonObject(0);
        assertThat(error.getString("pointer") + " " + error.getString("detail")).isEqualTo("/" + detail);
    }

    @Test
    void usersWhoAreNotThereHaveNone() {
        assertThat(administrator.get(roles("nobody-" + name)).status()).isEqualTo(404);
        assertThat(administrator.put(roles("nobody-" + name), "{\"roles\": []}").status())
                .isEqualTo(404);
    }

    /** Java takes a long s for an S in another case, and the database does not: this is another name to it. */
    @Test
    void aNameThatIsOnlyLikeTheFirstAdministratorsIsAStrangers() throws SQLException {
        String like = "fir\u017ft-admini\u017ftrator";
        assertThat(like).isEqualToIgnoringCase("first-administrator");
        TestServerSession.server().execute("delete from identity.users where username = '" + like + "'");
        Client stranger = Client.registered();
        assertThat(stranger.put("/user", "{\"user\": {\"username\": \"" + like + "\"}}")
                        .status())
                .isEqualTo(200);

        Client later = Client.nobody()
                .post("/users/login", """
                        {"user": {"email": "%s@example.org", "password": "%s"}}""".formatted(stranger.name(), Client.PASSWORD))
                .client();

        assertThat(later.name()).isEqualTo(like);
        assertThat(later.get(roles(name)).status()).isEqualTo(403);
    }

    /** The one whom the configuration of the tests' server names. */
    @Test
    void theConfigurationNamesTheFirstAdministrator() throws SQLException {
        TestServerSession.server()
                .execute("delete from identity.users where username = 'first-administrator'"); // of an earlier run
        Client registered = Client.registered("first-administrator");
        assertThat(registered.get(roles(name)).status()).isEqualTo(403);

        Client first = Client.loggedIn("first-administrator");

        assertThat(first.get(roles("first-administrator")).text()).isEqualTo("{\"roles\":[\"administrator\"]}");
        assertThat(Client.loggedIn("first-administrator").get(roles(name)).status())
                .isEqualTo(404);
    }

    private static String roles(String user) {
        return "/v1/users/" + user + "/roles";
    }
}
