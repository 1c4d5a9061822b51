// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.workforce;

import dev.athanor.app.InvalidInput;
import java.math.BigDecimal;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A raise of all salaries of a department.
 *
 * @param percent by how much
 */
@Schema(name = "NewRaise", requiredProperties = "percent")
public record RaiseBody(@Nullable BigDecimal percent) {
    BigDecimal given() {
        return Optional.ofNullable(percent).orElseThrow(() -> new InvalidInput("percent", "must be given"));
    }
}
