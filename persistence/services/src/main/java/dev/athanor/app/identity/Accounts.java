// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.identity;

import dev.athanor.app.InvalidInput;
import dev.athanor.app.NotFound;
import dev.athanor.app.TooManyAttempts;
import java.util.Optional;
import java.util.Set;

/** The accounts of users. Those of deleted users are not there. */
public interface Accounts {

    /**
     * Makes somebody a user.
     *
     * @param address where this comes from, as far as registrations from there are to be counted together
     * @throws InvalidInput if something is missing or malformed, or the name or address is another user's
     * @throws TooManyAttempts if it was tried too often of late; what is malformed is not counted
     */
    Account register(Registration registration, String address);

    /**
     * The account that the credentials are right for. It takes as long to find out that there is none.
     *
     * @param address where the attempt comes from, as far as attempts from there are to be counted together
     * @throws InvalidInput if something is missing
     * @throws TooManyAttempts if it was tried too often of late, whether the credentials are right or not
     */
    Optional<Account> logIn(Credentials credentials, String address);

    /** The account of this key. */
    Optional<Account> find(long id);

    /**
     * Whether what was given to a user is good still: whether the user is there, and has the same password.
     *
     * @param passwordChanges how often it was changed when it was given
     */
    boolean isGood(long id, int passwordChanges);

    /** The names of the roles that the user has now; none at all, if what was given is not good any more. */
    Optional<Set<String>> rolesOf(long id, int passwordChanges);

    /**
     * Changes an account.
     *
     * @throws InvalidInput if nothing is to be changed, something is malformed, or the name or address is another
     *     user's
     * @throws NotFound if there is no such account
     */
    Account change(long id, AccountChanges changes);

    /**
     * Deletes an account. Its address is free again, its name is not: what the user has written carries it.
     *
     * @throws NotFound if there is no such account
     */
    void deactivate(long id);
}
