// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** Notifications by HTTP, from outside. */
@RunAsClient
class NotificationsApiIT extends InContainer {
    private static final String PATH = "/v1/notifications";

    private final Client ada = Client.registered();
    private final Client bob = Client.registered();

    @Test
    void aNewArticleIsToldToWhoFollowsUntilItIsRead() {
        Client cleo = Client.registered();
        for (Client follower : List.of(bob, cleo)) {
            follower.post("/profiles/" + ada.name() + "/follow");
        }
        String slug = ada.publish("Looms").getString("slug");

        JsonObject told = bob.told(1);
        cleo.told(1);

        assertThat(told.getInt("unread")).isOne();
        JsonObject one = told.getJsonArray("notifications").getJsonObject(0);
        assertThat(one.getString("slug")).isEqualTo(slug);
        assertThat(one.getString("title")).isEqualTo("Looms");
        assertThat(one.getJsonObject("author").getString("username")).isEqualTo(ada.name());
        assertThat(one.getBoolean("read")).isFalse();

        assertThat(bob.post(PATH + "/read").status()).isEqualTo(204);
        JsonObject read = bob.get(PATH).json();
        assertThat(read.getInt("unread")).isZero();
        assertThat(read.getJsonArray("notifications").getJsonObject(0).getBoolean("read"))
                .isTrue();
        assertThat(cleo.get(PATH).json().getInt("unread"))
                .as("nobody reads for others")
                .isOne();
    }

    @Test
    void aTokenAndNumbersAreNeeded() {
        assertThat(Client.nobody().get(PATH).status()).isEqualTo(401);
        assertThat(Client.nobody().post(PATH + "/read").status()).isEqualTo(401);
        assertThat(bob.get(PATH + "?limit=none").status()).isEqualTo(400);
        assertThat(bob.get(PATH + "?limit=5").json().getJsonArray("notifications"))
                .isEmpty();
    }
}
