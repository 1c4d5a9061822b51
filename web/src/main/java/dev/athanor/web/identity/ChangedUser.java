// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.identity;

import static dev.athanor.web.json.Sent.changed;

import dev.athanor.app.InvalidInput;
import dev.athanor.app.identity.AccountChanges;
import jakarta.json.bind.annotation.JsonbCreator;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of a change of the current user. What is missing stays as it is; null is as good as a blank text.
 *
 * @param user what is inside
 */
public record ChangedUser(@Schema(required = true) @Nullable Fields user) {
    @JsonbCreator
    public ChangedUser {}

    AccountChanges changes() {
        Fields fields = Optional.ofNullable(user).orElseThrow(() -> new InvalidInput("user", "is missing"));
        return new AccountChanges(fields.username, fields.email, fields.password, fields.bio, fields.image);
    }

    /** What is changed: no record, as that would not tell null from what is missing. */
    @Schema(name = "ChangedUserFields")
    public static class Fields {
        @Schema
        private Optional<String> username = Optional.empty();

        @Schema
        private Optional<String> email = Optional.empty();

        @Schema
        private Optional<String> password = Optional.empty();

        @Schema
        private Optional<String> bio = Optional.empty();

        @Schema
        private Optional<String> image = Optional.empty();

        public void setUsername(@Nullable String sent) {
            username = changed(sent);
        }

        public void setEmail(@Nullable String sent) {
            email = changed(sent);
        }

        public void setPassword(@Nullable String sent) {
            password = changed(sent);
        }

        public void setBio(@Nullable String sent) {
            bio = changed(sent);
        }

        public void setImage(@Nullable String sent) {
            image = changed(sent);
        }
    }
}
