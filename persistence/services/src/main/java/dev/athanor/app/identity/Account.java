// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.identity;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A user, as the user may see it.
 *
 * @param id the key, which never changes
 * @param username the name others know the user by
 * @param email the address to log in with
 * @param bio what the user says about herself or himself
 * @param image the address of a picture
 * @param passwordChanges how often the password was changed, as tokens are to tell
 * @param roles the names of the roles, in small letters
 */
public record Account(
        long id,
        String username,
        String email,
        @Nullable String bio,
        @Nullable String image,
        int passwordChanges,
        Set<String> roles) {
    /** Keeps a copy. */
    public Account {
        roles = Set.copyOf(roles);
    }

    /** The same with other roles. */
    Account with(Set<String> others) {
        return new Account(id, username, email, bio, image, passwordChanges, others);
    }
}
