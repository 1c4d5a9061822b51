// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.ledger;

import dev.athanor.app.InvalidInput;
import dev.athanor.app.NotFound;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Money by double entry. What a transfer takes from one account it gives to another, so that the balances of a currency
 * add up to zero.
 */
public interface Ledger {

    /**
     * Opens an account, with nothing on it.
     *
     * @throws InvalidInput if something is missing or malformed
     */
    LedgerAccount open(Opening opening);

    /**
     * Opens an account of a user, with nothing on it.
     *
     * @throws InvalidInput if something is missing or malformed, or the balance is to be negative: the house alone
     *     allows that, by opening the account itself
     */
    LedgerAccount open(long owner, Opening opening);

    /** The account of this key. */
    Optional<LedgerAccount> account(long id);

    /**
     * Transfers money, once for each key: whoever does not know whether a transfer was done, as after a lost
     * connection, asks for it again with the same key, and has the receipt of the one that was done first, if one was.
     *
     * @throws InvalidInput if the accounts are not there, or differ in currency; the money is not there, or more than
     *     an account can have; or the key was used for another transfer. Nothing was transferred
     */
    Receipt transfer(TransferRequest request);

    /**
     * The same, from an account of a user; another's is as good as none.
     *
     * @throws InvalidInput as it is there
     */
    Receipt transfer(long user, TransferRequest request);

    /** What was transferred under a key. */
    Optional<Receipt> transferred(UUID key);

    /**
     * The last entries of an account, the latest first, each with the balance after it.
     *
     * @throws NotFound if there is no such account
     */
    List<StatementLine> statement(long account, int most);

    /**
     * The same, for a user.
     *
     * @throws NotFound if the user has no such account
     */
    List<StatementLine> statement(long user, long account, int most);

    /** What is on the accounts of each currency together: zero, if nothing is wrong. */
    List<CurrencyTotal> totals();

    /** The accounts whose balance is not the sum of their entries: none, if nothing is wrong. */
    List<Discrepancy> discrepancies();
}
