// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.ledger;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * What is on the accounts of a currency together.
 *
 * @param currency the currency
 * @param accounts how many there are
 * @param balance the sum of their balances
 */
public record CurrencyTotal(Currency currency, long accounts, BigDecimal balance) {}
