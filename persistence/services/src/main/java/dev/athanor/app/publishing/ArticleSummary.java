// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.publishing;

import dev.athanor.app.identity.Profile;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * An article in a list, as somebody sees it.
 *
 * @param slug its address
 * @param title the title
 * @param description what it is about
 * @param tags the tags, in their order
 * @param createdAt when it was written
 * @param updatedAt when it was last changed
 * @param favourite whether who looks likes it
 * @param favourites how many like it
 * @param author who has written it
 */
public record ArticleSummary(
        String slug,
        String title,
        String description,
        List<String> tags,
        OffsetDateTime createdAt,
        OffsetDateTime updatedAt,
        boolean favourite,
        int favourites,
        Profile author) {
    /** Keeps a copy. */
    public ArticleSummary {
        tags = List.copyOf(tags);
    }
}
