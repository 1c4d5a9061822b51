// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.ledger;

import java.math.BigDecimal;

/**
 * An account whose balance is not what its entries say.
 *
 * @param account its key
 * @param balance what is on it
 * @param entries the sum of its entries
 */
public record Discrepancy(long account, BigDecimal balance, BigDecimal entries) {}
