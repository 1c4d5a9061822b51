// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.identity;

import dev.athanor.app.InvalidInput;
import dev.athanor.app.NotFound;
import java.util.Collection;
import java.util.Set;

/** What administrators do about users. Who calls is an administrator; whoever lets somebody call sees to that. */
public interface Administration {

    /**
     * The names of a user's roles.
     *
     * @throws NotFound if there is no user of the name
     */
    Set<String> rolesOf(String username);

    /**
     * Gives a user these roles, and no others. Tokens that were issued before lose at once what is taken away, on all
     * servers; what is given comes with the next token.
     *
     * @throws NotFound if there is no user of the name
     * @throws InvalidInput if there is no such role, or administrators take it away from themselves
     */
    Set<String> assign(long administrator, String username, Collection<String> roles);
}
