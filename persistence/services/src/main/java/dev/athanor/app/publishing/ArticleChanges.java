// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.publishing;

import java.util.List;
import java.util.Optional;

/**
 * What an author changes of an article; what is empty stays as it is.
 *
 * @param title the new title; the address is made anew of it
 * @param description what it is about from now on
 * @param body the new text
 * @param tagList all tags that it is to have
 */
public record ArticleChanges(
        Optional<String> title, Optional<String> description, Optional<String> body, Optional<List<String>> tagList) {

    /** The whole, as it would be afterwards. */
    NewArticle over(NewArticle before) {
        return new NewArticle(
                title.orElse(before.title()),
                description.orElse(before.description()),
                body.orElse(before.body()),
                tagList.orElse(before.tagList()));
    }
}
