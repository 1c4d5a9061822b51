// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.identity;

import dev.athanor.app.InvalidInput;
import dev.athanor.app.NotFound;
import java.util.Optional;
import java.util.Set;

/** The accounts of users. Those of deleted users are not there. */
public interface Accounts {

    /**
     * Makes somebody a user.
     *
     * @throws InvalidInput if something is missing or malformed, or the name or address is another user's
     */
    Account register(Registration registration);

    /**
     * The account that the credentials are right for. It takes as long to find out that there is none.
     *
     * @throws InvalidInput if something is missing
     */
    Optional<Account> logIn(Credentials credentials);

    /** The account of this key. */
    Optional<Account> find(long id);

    /** Whether there is one of this key. */
    boolean exists(long id);

    /** The names of the roles that the user of this key has now; none at all, if there is no such account. */
    Optional<Set<String>> rolesOf(long id);

    /**
     * Changes an account.
     *
     * @throws InvalidInput if nothing is to be changed, something is malformed, or the name or address is another
     *     user's
     * @throws NotFound if there is no such account
     */
    Account change(long id, AccountChanges changes);

    /**
     * Says who a user is.
     *
     * @throws InvalidInput if something is missing
     * @throws NotFound if there is no such account
     */
    void introduce(long id, PersonalDetails details);

    /**
     * Deletes an account. Its address is free again, its name is not: what the user has written carries it.
     *
     * @throws NotFound if there is no such account
     */
    void deactivate(long id);
}
