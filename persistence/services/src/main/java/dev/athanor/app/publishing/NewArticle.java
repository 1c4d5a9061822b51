// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.publishing;

import dev.athanor.app.Storable;
import dev.athanor.domain.publishing.Article;
import dev.athanor.domain.publishing.Tag;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * What somebody writes. Anything may be blank; the service says what is wrong with it.
 *
 * @param title the title, which the address is made of
 * @param description what it is about
 * @param body the text
 * @param tagList the tags, in their order
 */
public record NewArticle(
        @NotBlank(message = "can't be blank")
        @Size(max = Article.TITLE_LENGTH, message = "is too long (maximum is {max} characters)")
        @Storable
        String title,

        @NotBlank(message = "can't be blank")
        @Size(max = Article.DESCRIPTION_LENGTH, message = "is too long (maximum is {max} characters)")
        @Storable
        String description,

        @NotBlank(message = "can't be blank")
        @Size(max = BODY, message = "is too long (maximum is {max} characters)")
        @Storable
        String body,

        @Size(max = TAGS, message = "has too many tags (maximum is {max})")
        List<
                        @NotBlank(message = "must not have blank tags")
                        @Size(max = Tag.LENGTH, message = "has a tag that is too long (maximum is {max} characters)")
                        @Storable String>
                tagList) {
    static final int TAGS = 32;

    /** The words of a text are indexed, of which PostgreSQL takes 1 MiB at most: those of this many characters fit. */
    static final int BODY = 100_000;

    /** Keeps a copy. */
    public NewArticle {
        tagList = List.copyOf(tagList);
    }
}
