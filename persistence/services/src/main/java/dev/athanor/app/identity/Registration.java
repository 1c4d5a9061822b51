// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.identity;

/**
 * What somebody says to become a user. Anything may be blank; the service says what is wrong with it.
 *
 * @param username how others will know the user
 * @param email the address to log in with
 * @param password the password, in clear
 */
public record Registration(
        @Username String username,
        @EmailAddress String email,
        @NewPassword String password) {

    /** Without the password, so that it does not reach a log. */
    @Override
    public String toString() {
        return "Registration[username=" + username + ", email=" + email + "]";
    }
}
