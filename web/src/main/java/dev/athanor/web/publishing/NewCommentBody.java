// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.publishing;

import static dev.athanor.web.json.Sent.orBlank;

import dev.athanor.app.InvalidInput;
import dev.athanor.app.publishing.NewComment;
import jakarta.json.bind.annotation.JsonbCreator;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of a new comment.
 *
 * @param comment what is inside
 */
public record NewCommentBody(
        @Schema(required = true) @Nullable Fields comment) {
    @JsonbCreator
    public NewCommentBody {}

    /**
     * The comment.
     *
     * @param body the text
     */
    @Schema(name = "NewComment")
    public record Fields(@Schema(required = true) @Nullable String body) {
        @JsonbCreator
        public Fields {}
    }

    NewComment input() {
        Fields fields = Optional.ofNullable(comment).orElseThrow(() -> new InvalidInput("comment", "is missing"));
        return new NewComment(orBlank(fields.body));
    }
}
