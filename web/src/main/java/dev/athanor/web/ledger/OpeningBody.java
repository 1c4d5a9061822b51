// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.ledger;

import dev.athanor.app.ledger.Opening;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A new account.
 *
 * @param name what it is called
 * @param currency of all its amounts, as ISO 4217 has it
 * @param overdraft whether the balance may be negative: administrators say so
 */
@Schema(
        name = "NewAccount",
        requiredProperties = {"name", "currency"})
public record OpeningBody(@Nullable String name, @Nullable String currency, boolean overdraft) {
    @SuppressWarnings("NullAway") // the service says what is missing
    Opening input() {
        return new Opening(name, currency, overdraft);
    }
}
