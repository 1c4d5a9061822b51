// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.identity;

import static dev.athanor.web.json.Sent.orBlank;

import dev.athanor.app.InvalidInput;
import dev.athanor.app.identity.Registration;
import jakarta.json.bind.annotation.JsonbCreator;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of a registration. Anything may be missing; the service says so.
 *
 * @param user what is inside
 */
public record NewUser(@Schema(required = true) @Nullable Fields user) {
    @JsonbCreator
    public NewUser {}

    /**
     * Who registers.
     *
     * @param username how others will know the user
     * @param email the address to log in with
     * @param password the password, in clear
     */
    @Schema(name = "NewUserFields")
    public record Fields(
            @Schema(required = true, examples = "jake") @Nullable
            String username,

            @Schema(required = true, examples = "jake@example.org") @Nullable
            String email,

            @Schema(required = true, format = "password") @Nullable
            String password) {
        @JsonbCreator
        public Fields {}
    }

    Registration registration() {
        Fields fields = Optional.ofNullable(user).orElseThrow(() -> new InvalidInput("user", "is missing"));
        return new Registration(orBlank(fields.username), orBlank(fields.email), orBlank(fields.password));
    }
}
