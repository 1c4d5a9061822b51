// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.publishing;

import static dev.athanor.web.json.Sent.orBlank;
import static dev.athanor.web.json.Sent.orNone;

import dev.athanor.app.InvalidInput;
import dev.athanor.app.publishing.NewArticle;
import jakarta.json.bind.annotation.JsonbCreator;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of a new article. Anything may be missing; the service says so.
 *
 * @param article what is inside
 */
public record NewArticleBody(
        @Schema(required = true) @Nullable Fields article) {
    @JsonbCreator
    public NewArticleBody {}

    /**
     * The article.
     *
     * @param title the title
     * @param description what it is about
     * @param body the text
     * @param tagList the tags
     */
    @Schema(name = "NewArticle")
    public record Fields(
            @Schema(required = true) @Nullable String title,
            @Schema(required = true) @Nullable String description,
            @Schema(required = true) @Nullable String body,
            @Nullable List<@Nullable String> tagList) {
        @JsonbCreator
        public Fields {}
    }

    NewArticle input() {
        Fields fields = Optional.ofNullable(article).orElseThrow(() -> new InvalidInput("article", "is missing"));
        return new NewArticle(
                orBlank(fields.title), orBlank(fields.description), orBlank(fields.body), orNone(fields.tagList));
    }
}
