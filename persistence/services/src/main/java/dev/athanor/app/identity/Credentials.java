// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.identity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;

/**
 * What a user logs in with. Anything may be blank; the service says so.
 *
 * @param email the address
 * @param password the password, in clear
 */
public record Credentials(
        @NotBlank(message = "can't be blank")
        @Pattern(regexp = EmailAddress.PRINTABLE, message = "must not contain control characters")
        String email,

        @NotBlank(message = "can't be blank") String password) {

    /** Without the password, so that it does not reach a log. */
    @Override
    public String toString() {
        return "Credentials[email=" + email + "]";
    }
}
