// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.ledger;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * An account and what is on it.
 *
 * @param id the key, which never changes
 * @param name whose it is
 * @param currency of all its amounts
 * @param overdraft whether the balance may be negative
 * @param balance what is on it
 */
public record LedgerAccount(long id, String name, Currency currency, boolean overdraft, BigDecimal balance) {}
