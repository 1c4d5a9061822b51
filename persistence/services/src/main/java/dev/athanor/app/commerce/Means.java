// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.commerce;

import dev.athanor.app.Texts;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** How something is paid. */
public sealed interface Means {
    /**
     * By a card.
     *
     * @param lastDigits the last four of its number
     */
    record Card(
            @NotNull(message = Texts.MISSING) @Pattern(regexp = "[0-9]{4}", message = "must be four digits")
            String lastDigits)
            implements Means {}

    /**
     * From an account of a bank.
     *
     * @param iban its number
     */
    record Bank(
            @NotNull(message = Texts.MISSING) @Pattern(regexp = "[A-Z0-9]{5,34}", message = "is not an IBAN")
            String iban)
            implements Means {}
}
