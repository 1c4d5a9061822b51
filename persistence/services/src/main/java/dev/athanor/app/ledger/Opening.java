// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.ledger;

import dev.athanor.app.Texts;
import dev.athanor.domain.ledger.Account;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What is said to open an account.
 *
 * @param name whose it is
 * @param currency the code of its currency, as ISO 4217 has it
 * @param overdraft whether the balance may be negative
 */
public record Opening(
        @NotBlank(message = Texts.BLANK)
        @Size(max = Account.NAME_LENGTH, message = Texts.TOO_LONG)
        @Pattern(regexp = Texts.PRINTABLE, message = Texts.NOT_PRINTABLE)
        String name,

        @NotBlank(message = Texts.BLANK) String currency,

        boolean overdraft) {}
