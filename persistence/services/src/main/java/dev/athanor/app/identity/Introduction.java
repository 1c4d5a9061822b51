// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.identity;

import dev.athanor.app.Texts;
import dev.athanor.domain.identity.UserProfile;
import jakarta.json.JsonObject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a user tells.
 *
 * @param firstName the first name, if it is told
 * @param lastName the last name, if it is told
 * @param birthDate the date of birth, if it is told; not before 1900
 * @param interests what the user is interested in: {@value #MOST_INTERESTS} at most, each once
 * @param preferences how the user likes the application, as clients understand it: JSON of 8 KiB at most
 */
public record Introduction(
        @Size(max = UserProfile.NAME_LENGTH, message = Texts.TOO_LONG)
        @Pattern(regexp = Texts.PRINTABLE, message = Texts.NOT_PRINTABLE)
        @Nullable
        String firstName,

        @Size(max = UserProfile.NAME_LENGTH, message = Texts.TOO_LONG)
        @Pattern(regexp = Texts.PRINTABLE, message = Texts.NOT_PRINTABLE)
        @Nullable
        String lastName,

        @PastOrPresent(message = "must not be in the future") @Nullable
        LocalDate birthDate,

        List<String> interests,
        @NotNull(message = Texts.MISSING) JsonObject preferences) {
    /** So many interests somebody may have. */
    public static final int MOST_INTERESTS = 20;

    /** So many characters one of them has at most. */
    public static final int INTEREST_LENGTH = 50;

    /** Keeps a copy. */
    public Introduction {
        interests = List.copyOf(interests);
    }
}
