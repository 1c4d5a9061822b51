// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.publishing;

import dev.athanor.app.NotFound;
import dev.athanor.app.TooBusy;
import dev.athanor.app.Viewer;
import java.util.List;

/** Finding what one does not know yet, among published articles. */
public interface Discovery {

    /**
     * Articles with words, those that they matter most to first.
     *
     * @param words as search engines take them: several, {@code "in quotes"}, {@code or}, {@code -without}
     * @throws TooBusy if it takes too long
     */
    ArticlePage search(String words, Slice slice, Viewer viewer);

    /**
     * Articles that share tags with the one of an address, those that share most first.
     *
     * @throws NotFound if there is none of the address that the viewer sees
     */
    ArticlePage related(String slug, Slice slice, Viewer viewer);

    /** What there is of authors who have published at least so many articles, those of most first. */
    List<AuthorFigures> authors(int articles);
}
