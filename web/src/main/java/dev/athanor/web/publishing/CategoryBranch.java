// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.publishing;

import dev.athanor.app.NotFound;
import dev.athanor.app.publishing.CategoryView;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Categories of one branch of the tree.
 *
 * @param items each after the one above
 */
@Schema(name = "CategoryBranch")
public record CategoryBranch(List<CategoryView> items) {
    /** A branch that has at least the one that was asked for. */
    static CategoryBranch of(List<CategoryView> items) {
        if (items.isEmpty()) {
            throw new NotFound("category");
        }
        return new CategoryBranch(items);
    }
}
