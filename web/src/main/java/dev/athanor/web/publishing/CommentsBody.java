// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.publishing;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * All comments of an article.
 *
 * @param comments the oldest first
 */
public record CommentsBody(@Schema(required = true) List<CommentFields> comments) {
    /** Keeps a copy. */
    public CommentsBody {
        comments = List.copyOf(comments);
    }
}
