// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.app.identity.AccountChanges;
import dev.athanor.web.json.JsonConfiguration;
import jakarta.json.bind.Jsonb;
import org.junit.jupiter.api.Test;

class ChangedUserTest {
    private final Jsonb jsonb = new JsonConfiguration().getContext(ChangedUser.class);

    @Test
    void whatIsMissingIsToldFromNullAndBlank() {
        AccountChanges changes = changes("{\"user\": {\"email\": \"a@example.org\", \"bio\": null, \"image\": \"\"}}");

        assertThat(changes.username()).isEmpty();
        assertThat(changes.password()).isEmpty();
        assertThat(changes.email()).contains("a@example.org");
        assertThat(changes.bio()).contains("");
        assertThat(changes.image()).contains("");
    }

    @Test
    void whatIsNotKnownIsNoChange() {
        assertThat(changes("{\"user\": {\"token\": 5, \"roles\": [\"ADMINISTRATOR\"]}}")
                        .isEmpty())
                .isTrue();
    }

    private AccountChanges changes(String json) {
        return jsonb.fromJson(json, ChangedUser.class).changes();
    }
}
