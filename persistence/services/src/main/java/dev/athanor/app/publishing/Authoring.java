// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.publishing;

import dev.athanor.app.InvalidInput;
import dev.athanor.app.NotAllowed;
import dev.athanor.app.NotFound;
import java.util.Optional;

/** Writing articles. Each method is about the articles of the user whose key it is given first. */
public interface Authoring {

    /**
     * Writes an article that everybody sees, under an address that is made of its title, and that no other article has.
     *
     * @throws InvalidInput if something is missing or malformed
     */
    ArticleView publish(long author, NewArticle article);

    /**
     * The same, but nobody else sees it before it is published.
     *
     * @throws InvalidInput if something is missing or malformed
     */
    ArticleView draft(long author, NewArticle article);

    /**
     * Changes an article.
     *
     * @throws InvalidInput if something is malformed
     * @throws NotFound if there is none of the address
     * @throws NotAllowed if it is another user's
     */
    ArticleView change(long author, String slug, ArticleChanges changes);

    /**
     * Shows a draft, or what was archived, to everybody.
     *
     * @throws NotFound if there is none of the address
     * @throws NotAllowed if it is another user's
     */
    void publish(long author, String slug);

    /**
     * Takes an article back, and keeps it.
     *
     * @throws NotFound if there is none of the address
     * @throws NotAllowed if it is another user's
     */
    void archive(long author, String slug);

    /**
     * Files an article under a category, and under no other; if none is given, under none.
     *
     * @throws InvalidInput if there is no such category
     * @throws NotFound if there is no article of the address
     * @throws NotAllowed if it is another user's
     */
    void file(long author, String slug, Optional<String> category);

    /**
     * Deletes an article with all that belongs to it.
     *
     * @throws NotFound if there is none of the address
     * @throws NotAllowed if it is another user's
     */
    void delete(long author, String slug);
}
