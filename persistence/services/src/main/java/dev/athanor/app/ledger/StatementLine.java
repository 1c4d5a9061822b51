// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * A line of an account's statement.
 *
 * @param transfer the key of the transfer
 * @param bookedAt when
 * @param reference what for
 * @param amount what the account was given, or, below zero, what was taken from it
 * @param balance what was on it then
 */
public record StatementLine(UUID transfer, Instant bookedAt, String reference, BigDecimal amount, BigDecimal balance) {}
