// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.commerce;

import dev.athanor.app.commerce.DeliveryAddress;
import dev.athanor.app.commerce.NewOrder;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a customer wants.
 *
 * @param wholly whether all of it is wanted, or nothing
 */
@Schema(
        name = "NewOrder",
        requiredProperties = {"address", "lines"})
public record OrderBody(@Nullable DeliveryAddress address, List<NewOrder.Line> lines, boolean wholly) {
    @SuppressWarnings("NullAway") // the service says what is missing
    NewOrder by(long customer) {
        return new NewOrder(customer, address, lines, wholly);
    }
}
