// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.publishing;

import dev.athanor.app.InvalidInput;
import dev.athanor.app.NotAllowed;
import dev.athanor.app.NotFound;
import dev.athanor.app.Viewer;
import java.util.List;

/** What users say of articles. */
public interface Comments {

    /**
     * The comments of an article, the oldest first.
     *
     * @throws NotFound if there is none of the address
     */
    List<CommentView> list(String slug, Viewer viewer);

    /**
     * Adds one.
     *
     * @throws InvalidInput if the text is missing
     * @throws NotFound if there is no article of the address
     */
    CommentView add(long user, String slug, NewComment comment);

    /**
     * Deletes one.
     *
     * @throws NotFound if the article has none of this key
     * @throws NotAllowed if it is another user's
     */
    void delete(long user, String slug, long id);
}
