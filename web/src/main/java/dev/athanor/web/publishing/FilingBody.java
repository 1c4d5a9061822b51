// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.publishing;

import dev.athanor.app.InvalidInput;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where an article is to be filed.
 *
 * @param category the address of the category
 */
@Schema(name = "Filing", requiredProperties = "category")
public record FilingBody(
        @Schema(examples = "\"weaving\"") @Nullable String category) {
    String wanted() {
        if (category == null) {
            throw new InvalidInput("category", "is missing");
        }
        return category;
    }
}
