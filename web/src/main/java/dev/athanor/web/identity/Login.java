// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.identity;

import static dev.athanor.web.json.Sent.orBlank;

import dev.athanor.app.InvalidInput;
import dev.athanor.app.identity.Credentials;
import jakarta.json.bind.annotation.JsonbCreator;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of a log-in. Anything may be missing; the service says so.
 *
 * @param user what is inside
 */
public record Login(@Schema(required = true) @Nullable Fields user) {
    @JsonbCreator
    public Login {}

    /**
     * Who logs in.
     *
     * @param email the address
     * @param password the password, in clear
     */
    @Schema(name = "LoginFields")
    public record Fields(
            @Schema(required = true, examples = "jake@example.org") @Nullable
            String email,

            @Schema(required = true, format = "password") @Nullable
            String password) {
        @JsonbCreator
        public Fields {}
    }

    Credentials credentials() {
        Fields fields = Optional.ofNullable(user).orElseThrow(() -> new InvalidInput("user", "is missing"));
        return new Credentials(orBlank(fields.email), orBlank(fields.password));
    }
}
