// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.identity;

import dev.athanor.app.InvalidInput;
import dev.athanor.web.json.Sent;
import jakarta.json.bind.annotation.JsonbCreator;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The roles of a user, in alphabetical order where they are told.
 *
 * @param roles their names
 */
@Schema(name = "Roles")
public record RolesBody(
        @Schema(required = true, examples = "[\"editor\"]") @Nullable
        List<@Nullable String> roles) {
    @JsonbCreator
    public RolesBody {}

    static RolesBody of(Collection<String> roles) {
        return new RolesBody(
                roles.stream().<@Nullable String>map(role -> role).sorted().toList());
    }

    /** The names that were sent; they have to be, if only as an empty list. */
    List<String> names() {
        return Optional.ofNullable(roles).map(Sent::orNone).orElseThrow(() -> new InvalidInput("roles", "is missing"));
    }
}
