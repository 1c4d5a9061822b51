// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** Profiles and who follows whom, from outside. */
@RunAsClient
class ProfilesApiIT extends InContainer {
    private final Client ada = Client.registered();
    private final Client bob = Client.registered();

    @Test
    void aProfileIsSeenByAnybody() {
        ada.put("/user", "{\"user\": {\"bio\": \"I weave\"}}");

        JsonObject profile = Client.nobody().get("/profiles/" + ada.name()).in("profile");

        assertThat(profile.keySet()).containsExactlyInAnyOrder("username", "bio", "image", "following");
        assertThat(profile.getString("username")).isEqualTo(ada.name());
        assertThat(profile.getString("bio")).isEqualTo("I weave");
        assertThat(profile.getString("image")).isEmpty();
        assertThat(profile.getBoolean("following")).isFalse();
    }

    @Test
    void followingIsSeenByWhoFollows() {
        Answer followed = bob.post("/profiles/" + ada.name() + "/follow");

        assertThat(followed.status()).isEqualTo(200);
        assertThat(followed.in("profile").getBoolean("following")).isTrue();
        assertThat(following(bob)).isTrue();
        assertThat(following(ada)).isFalse();
        assertThat(following(Client.nobody())).isFalse();

        Answer unfollowed = bob.delete("/profiles/" + ada.name() + "/follow");

        assertThat(unfollowed.status()).isEqualTo(200);
        assertThat(unfollowed.in("profile").getBoolean("following")).isFalse();
        assertThat(following(bob)).isFalse();
    }

    private boolean following(Client viewer) {
        return viewer.get("/profiles/" + ada.name()).in("profile").getBoolean("following");
    }

    @Test
    void whatIsSaidTwiceIsSaidOnce() {
        bob.post("/profiles/" + ada.name() + "/follow");
        assertThat(bob.post("/profiles/" + ada.name() + "/follow").status()).isEqualTo(200);
        bob.delete("/profiles/" + ada.name() + "/follow");
        assertThat(bob.delete("/profiles/" + ada.name() + "/follow").status()).isEqualTo(200);
    }

    @Test
    void nobodyFollowsHerself() {
        Answer refused = ada.post("/profiles/" + ada.name() + "/follow");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.errors()).containsExactly("username is your own");
    }

    @Test
    void whoIsNotThereIsNotFound() {
        assertThat(ada.get("/profiles/nobody-" + ada.name()).errors()).containsExactly("profile not found");
        for (Answer missing : new Answer[] {
            Client.nobody().get("/profiles/nobody-" + ada.name()),
            ada.post("/profiles/nobody-" + ada.name() + "/follow"),
            ada.delete("/profiles/nobody-" + ada.name() + "/follow"),
        }) {
            assertThat(missing.status()).isEqualTo(404);
        }
    }

    @Test
    void followingNeedsAToken() {
        assertThat(Client.nobody().post("/profiles/" + ada.name() + "/follow").status())
                .isEqualTo(401);
        assertThat(Client.nobody().delete("/profiles/" + ada.name() + "/follow").status())
                .isEqualTo(401);
    }

    @Test
    void aStaleTokenSeesWhatNobodySees() {
        Client stale = new Client("", List.of("Authorization", "Token stale"));

        assertThat(stale.get("/profiles/" + ada.name()).status()).isEqualTo(200);
    }
}
