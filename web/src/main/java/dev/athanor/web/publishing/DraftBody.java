// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.publishing;

import static dev.athanor.web.json.Sent.orBlank;
import static dev.athanor.web.json.Sent.orNone;

import dev.athanor.app.publishing.NewArticle;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An article that is to be a draft. Anything may be missing; the service says so.
 *
 * @param title the title
 * @param description what it is about
 * @param body the text
 * @param tagList the tags
 */
@Schema(
        name = "Draft",
        requiredProperties = {"title", "description", "body"})
public record DraftBody(
        @Nullable String title,
        @Nullable String description,
        @Nullable String body,
        @Nullable List<@Nullable String> tagList) {
    NewArticle input() {
        return new NewArticle(orBlank(title), orBlank(description), orBlank(body), orNone(tagList));
    }
}
