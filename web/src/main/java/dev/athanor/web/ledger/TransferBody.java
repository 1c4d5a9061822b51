// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.ledger;

import dev.athanor.app.ledger.TransferRequest;
import java.math.BigDecimal;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Money that is to go from one account to another.
 *
 * @param from the account that it is taken from
 * @param to the account that it is given to
 * @param amount how much, in the currency of both
 * @param reference what for
 */
@Schema(
        name = "NewTransfer",
        requiredProperties = {"from", "to", "amount", "reference"})
public record TransferBody(
        long from,
        long to,
        @Nullable BigDecimal amount,
        @Nullable String reference) {
    @SuppressWarnings("NullAway") // the service says what is missing
    TransferRequest under(UUID key) {
        return new TransferRequest(key, from, to, amount, reference);
    }
}
