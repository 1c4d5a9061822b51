// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.identity;

import dev.athanor.domain.identity.User;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What somebody says to become a user. Anything may be blank; the service says what is wrong with it.
 *
 * @param username how others will know the user
 * @param email the address to log in with
 * @param password the password, in clear; at least {@value #PASSWORD_MINIMUM} characters
 */
public record Registration(
        @NotBlank(message = "can't be blank")
        @Size(max = User.USERNAME_LENGTH, message = "is too long (maximum is {max} characters)")
        @Pattern(regexp = PRINTABLE, message = "must not contain control characters")
        @Pattern(regexp = TRIMMED, message = "must not begin or end with a space")
        String username,

        @NotBlank(message = "can't be blank")
        @Size(max = User.EMAIL_LENGTH, message = "is too long (maximum is {max} characters)")
        @Pattern(regexp = PRINTABLE, message = "must not contain control characters")
        @Email(message = "is not an e-mail address")
        String email,

        @NotBlank(message = "can't be blank")
        @Size(min = PASSWORD_MINIMUM, message = "is too short (minimum is {min} characters)")
        @Size(max = PASSWORD_MAXIMUM, message = "is too long (maximum is {max} characters)")
        String password) {

    static final int PASSWORD_MINIMUM = 8;
    /** Hashing a password costs by its length, too. */
    static final int PASSWORD_MAXIMUM = 128;

    /** No control characters and no halves of surrogate pairs: PostgreSQL stores neither NUL nor the latter. */
    static final String PRINTABLE = "[^\\p{Cntrl}\\p{Cs}]*";

    static final String TRIMMED = "(?U)(?!\\s)(?s:.*)(?<!\\s)";

    /** Without the password, so that it does not reach a log. */
    @Override
    public String toString() {
        return "Registration[username=" + username + ", email=" + email + "]";
    }
}
