// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.publishing;

import dev.athanor.app.Storable;
import jakarta.validation.constraints.NotBlank;

/**
 * What somebody says of an article.
 *
 * @param body the text
 */
public record NewComment(
        @NotBlank(message = "can't be blank") @Storable String body) {}
