// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.ledger;

import dev.athanor.app.Texts;
import dev.athanor.domain.ledger.Account;
import dev.athanor.domain.ledger.Transfer;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.UUID;

/**
 * What is said to transfer money.
 *
 * @param key tells this transfer from all others; the same if it is asked for again
 * @param from the account that it is taken from
 * @param to the account that it is given to
 * @param amount how much, in the currency of both
 * @param reference what for
 */
public record TransferRequest(
        @NotNull(message = Texts.MISSING) UUID key,

        long from,
        long to,

        @NotNull(message = Texts.MISSING)
        @Positive(message = "must be positive")
        @Digits(integer = Account.PRECISION - Account.SCALE, fraction = Account.SCALE, message = "has too many digits")
        BigDecimal amount,

        @NotNull(message = Texts.MISSING)
        @Size(max = Transfer.REFERENCE_LENGTH, message = Texts.TOO_LONG)
        @Pattern(regexp = Texts.PRINTABLE, message = Texts.NOT_PRINTABLE)
        String reference) {}
