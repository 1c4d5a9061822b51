// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.identity;

import dev.athanor.app.Storable;
import dev.athanor.domain.identity.UserProfile;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * Who a user is.
 *
 * @param firstName the first name
 * @param lastName the last name
 * @param birthDate the date of birth
 */
public record PersonalDetails(
        @NotBlank(message = "can't be blank")
        @Size(max = UserProfile.NAME_LENGTH, message = "is too long (maximum is {max} characters)")
        @Storable
        String firstName,

        @NotBlank(message = "can't be blank")
        @Size(max = UserProfile.NAME_LENGTH, message = "is too long (maximum is {max} characters)")
        @Storable
        String lastName,

        @Past(message = "must be in the past") LocalDate birthDate) {}
