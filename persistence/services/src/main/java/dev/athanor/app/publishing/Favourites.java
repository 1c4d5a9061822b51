// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.publishing;

import dev.athanor.app.NotFound;

/** What users like. To say it twice is to say it once. */
public interface Favourites {

    /**
     * Says that a user likes an article.
     *
     * @throws NotFound if there is none of the address
     */
    ArticleView add(long user, String slug);

    /**
     * Says that a user does not any more.
     *
     * @throws NotFound if there is none of the address
     */
    ArticleView remove(long user, String slug);
}
