// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.it.Http;
import dev.athanor.it.TestServerSession;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Users by HTTP, from outside. */
@RunAsClient
class UsersApiIT extends InContainer {
    private final String name = "user-" + UUID.randomUUID();

    private static Http http() {
        return new Http(TestServerSession.server().address());
    }

    @Test
    void registrationAnswersWithTheUser() {
        HttpResponse<String> response = http().register(name);

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(response.body())
                .matches(
                        "\\{\"user\":\\{\"bio\":\"\",\"email\":\"" + name + "@example.org\",\"image\":\"\",\"token\":\""
                                + "[\\w-]+\\.[\\w-]+\\.[\\w-]+\",\"username\":\"" + name + "\"}}");
    }

    @ParameterizedTest
    @CsvSource({"Token", "Bearer", "token"})
    void theTokenGivesTheCurrentUser(String scheme) {
        String token = Http.token(http().register(name));

        HttpResponse<String> current = http().get("/api/user", "Authorization", scheme + " " + token);

        assertThat(current.statusCode()).isEqualTo(200);
        assertThat(current.body()).contains("\"username\":\"" + name + "\"");
        assertThat(Http.token(current)).isNotEmpty();
    }

    @Test
    void withoutAValidTokenTheCurrentUserIsRefused() {
        String token = Http.token(http().register(name));

        assertRefused(http().get("/api/user"));
        assertRefused(http().get("/api/user", "Authorization", "Token nonsense"));
        assertRefused(http().get("/api/user", "Authorization", "Digest " + token));
        assertRefused(http().get("/api/user", "Authorization", ""));
        assertRefused(http().get("/api/user", "Authorization", "Token " + token.substring(0, token.length() - 2)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic", "Basic ", "Basic YTpi", "Digest a"})
    void anotherWayToLogInIsRefused(String header) {
        assertRefused(http().get("/api/user", "Authorization", header));
    }

    /** Liberty fails on these by itself; nothing of that may show. */
    @ParameterizedTest
    @ValueSource(strings = {"Basic not.base64-", "Basic bm9jb2xvbg=="})
    void aMalformedBasicHeaderLearnsNothing(String header) {
        HttpResponse<String> response = http().get("/api/user", "Authorization", header);

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).isEmpty();
    }

    @Test
    void aStaleTokenDoesNotHinderRegistration() {
        HttpResponse<String> response = http().register(name, "Authorization", "Token stale");

        assertThat(response.statusCode()).isEqualTo(201);
    }

    @Test
    void theTokenOfAUserWhoIsGoneIsRefused() throws SQLException {
        String token = Http.token(http().register(name));
        TestServerSession.server().execute("delete from identity.users where username = '" + name + "'");

        assertRefused(http().get("/api/user", "Authorization", "Token " + token));
    }

    private static void assertRefused(HttpResponse<String> response) {
        assertThat(response.statusCode())
                .as(response.headers() + response.body())
                .isEqualTo(401);
        assertThat(response.headers().allValues("WWW-Authenticate")).containsExactly("Token");
        assertThat(response.body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"user\": {}}                   | username can't be blank\",\"email can't be blank\",\"password can't be blank",
                "{\"user\": {\"username\": \"\"}} | username can't be blank\",\"email can't be blank\",\"password can't be blank",
                "{}                               | user is missing",
                "{\"user\": null}                 | user is missing",
                "null                             | body is missing",
                "{\"user\": {\"username\": 5}}    | user.username has the wrong type",
                "{\"user\": []}                   | user has the wrong type",
                "[]                               | body has the wrong type",
                "{\"user\": {}} x                 | body is not valid JSON: line 1, column 14",
                "{\"user\" nope}                  | body is not valid JSON: line 1, column 10",
                "~~                               | body is missing",
            })
    void wrongInputIsRefusedInTheFormOfTheSpecification(String body, String errors) {
        HttpResponse<String> response = http().post("/api/users", body);

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(response.body()).isEqualTo("{\"errors\":{\"body\":[\"" + errors + "\"]}}");
    }

    @Test
    void askingForOptionsIsNoError() {
        assertThat(http().send("OPTIONS", "/api/users").statusCode()).isEqualTo(204);
        assertThat(http().send("OPTIONS", "/api/user").statusCode()).isEqualTo(204);
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() {
        String large = "x".repeat(2_000_000);

        assertThat(http().postIfWelcome("/api/users", "{\"user\": {\"username\": \"" + large + "\"}}")
                        .statusCode())
                .isEqualTo(413);
        assertThat(http().register(name).statusCode()).isEqualTo(201);
    }

    @Test
    void aTakenNameIsRefused() {
        http().register(name);

        HttpResponse<String> again = http().register(name);

        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body())
                .isEqualTo("{\"errors\":{\"body\":"
                        + "[\"username has already been taken\",\"email has already been taken\"]}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/nothing", "/nothing", "/errors"})
    void whatIsNotThereIsRefusedInTheSameForm(String path) {
        HttpResponse<String> response = http().get(path);

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).isEqualTo("{\"errors\":{\"body\":[\"Not Found\"]}}");
    }
}
