// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.publishing;

import dev.athanor.app.publishing.CommentView;
import dev.athanor.web.identity.ProfileBody;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A comment as the API shows it.
 *
 * @param id the key
 * @param createdAt when it was written
 * @param updatedAt when it was last changed
 * @param body the text
 * @param author who has written it
 */
@Schema(name = "Comment")
public record CommentFields(
        @Schema(required = true) long id,
        @Schema(required = true) OffsetDateTime createdAt,
        @Schema(required = true) OffsetDateTime updatedAt,
        @Schema(required = true) String body,
        @Schema(required = true) ProfileBody.Fields author) {
    static CommentFields of(CommentView comment) {
        return new CommentFields(
                comment.id(),
                comment.createdAt(),
                comment.updatedAt(),
                comment.body(),
                ProfileBody.Fields.of(comment.author()));
    }
}
