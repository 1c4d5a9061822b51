// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.publishing;

import static dev.athanor.web.json.Sent.changed;
import static dev.athanor.web.json.Sent.orNone;

import dev.athanor.app.InvalidInput;
import dev.athanor.app.publishing.ArticleChanges;
import jakarta.json.bind.annotation.JsonbCreator;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of a change of an article. What is missing stays as it is.
 *
 * @param article what is inside
 */
public record ChangedArticleBody(
        @Schema(required = true) @Nullable Fields article) {
    @JsonbCreator
    public ChangedArticleBody {}

    ArticleChanges changes() {
        Fields fields = Optional.ofNullable(article).orElseThrow(() -> new InvalidInput("article", "is missing"));
        return new ArticleChanges(fields.title, fields.description, fields.body, fields.tagList);
    }

    /** What is changed: no record, as that would not tell null from what is missing. */
    @Schema(name = "ChangedArticle")
    public static class Fields {
        @Schema
        private Optional<String> title = Optional.empty();

        @Schema
        private Optional<String> description = Optional.empty();

        @Schema
        private Optional<String> body = Optional.empty();

        @Schema
        private Optional<List<String>> tagList = Optional.empty();

        public void setTitle(@Nullable String sent) {
            title = changed(sent);
        }

        public void setDescription(@Nullable String sent) {
            description = changed(sent);
        }

        public void setBody(@Nullable String sent) {
            body = changed(sent);
        }

        public void setTagList(@Nullable List<@Nullable String> sent) {
            tagList = Optional.of(orNone(sent));
        }
    }
}
