// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.publishing;

import dev.athanor.app.Storable;
import dev.athanor.domain.publishing.Category;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/**
 * A category that is to be.
 *
 * @param name what it is called
 * @param parent the address of the one above; empty at the top
 */
public record NewCategory(
        @NotBlank(message = "can't be blank")
        @Size(max = Category.NAME_LENGTH, message = "is too long (maximum is {max} characters)")
        @Storable
        String name,

        Optional<String> parent) {}
