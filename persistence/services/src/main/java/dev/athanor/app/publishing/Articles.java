// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.publishing;

import dev.athanor.app.Viewer;
import java.util.List;
import java.util.Optional;

/** Articles, to be read. Those that are not published are there for their authors only, and in no list. */
public interface Articles {

    /** The article of an address. */
    Optional<ArticleView> find(String slug, Viewer viewer);

    /** Some articles of a kind, the newest first. */
    ArticlePage list(ArticleFilter filter, Slice slice, Viewer viewer);

    /** Some articles of those whom a user follows, the newest first. */
    ArticlePage feed(long user, Slice slice);

    /** Some articles of a category and of those below it, the newest first; none, if there is no such category. */
    ArticlePage filedUnder(String category, Slice slice, Viewer viewer);

    /** Some articles of an author's that nobody else sees: drafts, and what was archived; the newest first. */
    ArticlePage unpublished(long author, Slice slice);

    /** The tags that articles have, those of most articles first. */
    List<String> tags();
}
