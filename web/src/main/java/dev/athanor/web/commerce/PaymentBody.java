// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.commerce;

import dev.athanor.app.Violations;
import dev.athanor.app.commerce.Means;
import java.math.BigDecimal;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Money for an order, by a card or from an account of a bank.
 *
 * @param amount how much
 */
@Schema(name = "NewPayment", requiredProperties = "amount")
public record PaymentBody(@Nullable BigDecimal amount, Means.@Nullable Card card, Means.@Nullable Bank bank) {
    PaymentBody checked() {
        new Violations()
                .when(amount == null, "amount", "must be given")
                .when(card == null && bank == null, "card", "or a bank must be given")
                .when(card != null && bank != null, "bank", "must not be given with a card")
                .refuse();
        return this;
    }

    BigDecimal paid() {
        return Objects.requireNonNull(amount);
    }

    Means means() {
        return card == null ? Objects.requireNonNull(bank) : card;
    }
}
