// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.identity;

import static dev.athanor.web.json.Sent.orBlank;

import dev.athanor.app.identity.Account;
import dev.athanor.web.security.Tokens;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A user as the API shows it to this user alone.
 *
 * @param user what is inside
 */
public record UserBody(@Schema(required = true) Fields user) {
    /**
     * The user. What was not told yet is empty, never null: the specification has it a string.
     *
     * @param email the address to log in with
     * @param token the token for further requests
     * @param username how others know the user
     * @param bio what the user tells
     * @param image the address of a picture
     */
    @Schema(name = "User")
    public record Fields(
            @Schema(required = true) String email,
            @Schema(required = true) String token,
            @Schema(required = true) String username,
            @Schema(required = true) String bio,
            @Schema(required = true) String image) {}

    /** With a new token. */
    static UserBody of(Account account, Tokens tokens) {
        String token = tokens.issue(account.id(), account.passwordChanges(), account.roles());
        return new UserBody(new Fields(
                account.email(), token, account.username(), orBlank(account.bio()), orBlank(account.image())));
    }
}
