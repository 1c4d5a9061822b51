// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.publishing;

import dev.athanor.app.publishing.NewCategory;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A category that is to be.
 *
 * @param name what it is called; its address is made of it
 * @param parent the address of the one above; none at the top
 */
@Schema(name = "NewCategory", requiredProperties = "name")
public record NewCategoryBody(
        @Nullable String name, @Nullable String parent) {
    static NewCategoryBody of(NewCategory category) {
        return new NewCategoryBody(category.name(), category.parent().orElse(null));
    }

    @SuppressWarnings("NullAway") // the service says what is missing
    NewCategory input() {
        return new NewCategory(name, Optional.ofNullable(parent));
    }
}
