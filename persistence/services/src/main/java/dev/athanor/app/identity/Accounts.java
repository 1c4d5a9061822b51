// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.identity;

import dev.athanor.app.InvalidInput;
import jakarta.ejb.Local;
import java.util.Optional;

/** The accounts of users. */
@Local
public interface Accounts {

    /**
     * Makes somebody a user.
     *
     * @throws InvalidInput if something is missing or malformed, or the name or address is another user's
     */
    Account register(Registration registration);

    /** The account of this key. */
    Optional<Account> find(long id);
}
