// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.identity;

import dev.athanor.app.identity.Introduction;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a user tells.
 *
 * @param firstName the first name
 * @param lastName the last name
 * @param birthDate the date of birth
 * @param interests what the user is interested in
 * @param preferences how the user likes the application: any object
 */
@Schema(name = "Introduction")
public record IntroductionBody(
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable LocalDate birthDate,
        List<String> interests,

        @Schema(type = SchemaType.OBJECT, implementation = Object.class, additionalProperties = Schema.True.class)
        @Nullable
        JsonObject preferences) {
    static IntroductionBody of(Introduction told) {
        return new IntroductionBody(
                told.firstName(), told.lastName(), told.birthDate(), told.interests(), told.preferences());
    }

    Introduction input() {
        return new Introduction(
                firstName,
                lastName,
                birthDate,
                interests,
                Objects.requireNonNullElse(preferences, JsonValue.EMPTY_JSON_OBJECT));
    }
}
