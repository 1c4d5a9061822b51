// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.it.Addresses;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** How often registration may be tried, by HTTP, from outside. The tests come by a proxy that the server trusts. */
@RunAsClient
class RegistrationLimitsApiIT extends InContainer {
    /** What holds where the configuration says nothing. */
    private static final int OF_ADDRESS = 100;

    private static final int STEP = 3600 / OF_ADDRESS;

    private final String name = "user-" + UUID.randomUUID();
    private final String home = Addresses.random();

    @Test
    void anAddressDoesNotRegisterForEver() {
        int registered = 0;
        Answer refused = register(registered + "-" + name, home);
        while (refused.status() == 201 && registered < 2 * OF_ADDRESS) {
            registered++;
            refused = register(registered + "-" + name, home);
        }

        assertThat(registered).isBetween(OF_ADDRESS, OF_ADDRESS + 2); // some come back meanwhile
        assertThat(refused.status()).isEqualTo(429);
        long seconds = Long.parseLong(refused.header("Retry-After"));
        assertThat(seconds).isBetween(1L, (long) STEP);
        assertThat(refused.errors()).containsExactly("too many attempts; try again in " + seconds + " s");
        assertThat(Database.number(
                        "select count(*) from identity.users where username = '" + registered + "-" + name + "'"))
                .isZero();

        assertThat(register(name, Addresses.random()).status()).as("elsewhere").isEqualTo(201);
        assertThat(Client.nobody()
                        .sending("X-Forwarded-For", home)
                        .post("/users/login", body(name))
                        .status())
                .as("logging in is another thing")
                .isEqualTo(200);
    }

    /** Whoever asks which addresses are taken is counted; who makes a mistake is not. */
    @Test
    void whatIsTakenCountsAndWhatIsMalformedDoesNot() {
        Client.registered(name);
        for (int i = 0; i < OF_ADDRESS + 4; i++) {
            assertThat(Client.nobody()
                            .sending("X-Forwarded-For", home)
                            .post("/users", "{\"user\": {}}")
                            .status())
                    .isEqualTo(422);
        }

        int asked = 0;
        while (register(name, home).status() == 422 && asked < 2 * OF_ADDRESS) {
            asked++;
        }

        assertThat(asked).isBetween(OF_ADDRESS, OF_ADDRESS + 2); // some come back meanwhile
    }

    private static Answer register(String name, String from) {
        return Client.nobody().sending("X-Forwarded-For", from).post("/users", body(name));
    }

    private static String body(String name) {
        return """
                {"user": {"username": "%s", "email": "%s@example.org", "password": "correct horse"}}""".formatted(name, name);
    }
}
