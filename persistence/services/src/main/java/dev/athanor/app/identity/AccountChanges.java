// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.identity;

import dev.athanor.app.Storable;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a user changes of an account; what is empty stays as it is.
 *
 * @param username the new name
 * @param email the new address
 * @param password the new password, in clear
 * @param bio what the user says from now on; blank for nothing
 * @param image the new address of a picture; blank for none
 */
public record AccountChanges(
        Optional<@Username String> username,
        Optional<@EmailAddress String> email,
        Optional<@NewPassword String> password,
        Optional<@Storable String> bio,
        Optional<@Storable String> image) {

    /** Whether nothing is to be changed. */
    public boolean isEmpty() {
        return Stream.of(username, email, password, bio, image).allMatch(Optional::isEmpty);
    }

    /** Without the password, so that it does not reach a log. */
    @Override
    public String toString() {
        return "AccountChanges[username=" + username + ", email=" + email + ", bio=" + bio + ", image=" + image + "]";
    }
}
