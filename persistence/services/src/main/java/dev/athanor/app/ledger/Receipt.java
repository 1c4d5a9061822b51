// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;

/**
 * What was transferred.
 *
 * @param key what it was asked for under
 * @param from the account that it was taken from
 * @param to the account that it was given to
 * @param amount how much
 * @param currency of the amount
 * @param reference what for
 * @param bookedAt when
 * @param bookedBy by whom, if that is known
 */
public record Receipt(
        UUID key,
        long from,
        long to,
        BigDecimal amount,
        Currency currency,
        String reference,
        Instant bookedAt,
        Optional<String> bookedBy) {
    /** Whether this is what was asked for. */
    boolean answers(TransferRequest request) {
        return from == request.from()
                && to == request.to()
                && amount.compareTo(request.amount()) == 0
                && reference.equals(request.reference());
    }
}
