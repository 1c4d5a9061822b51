// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** Favourites and tags by HTTP, from outside. */
@RunAsClient
class FavouritesApiIT extends InContainer {
    private final String tag = "tag-" + UUID.randomUUID();
    private final Client ada = Client.registered();
    private final Client bob = Client.registered();
    private final String path = "/articles/" + ada.publish("Looms", tag).getString("slug");

    @Test
    void favouritesAreCountedAndSeenByWhoHasThem() {
        Answer added = bob.post(path + "/favorite");

        assertThat(added.status()).isEqualTo(200);
        assertFavourite(added.in("article"), true, 1);
        assertThat(Answer.texts(added.in("article"), "tagList")).containsExactly(tag);
        assertFavourite(ada.get(path).in("article"), false, 1);
        assertFavourite(ada.post(path + "/favorite").in("article"), true, 2);
        assertFavourite(Client.nobody().get(path).in("article"), false, 2);

        Answer removed = bob.delete(path + "/favorite");

        assertThat(removed.status()).isEqualTo(200);
        assertFavourite(removed.in("article"), false, 1);
    }

    private static void assertFavourite(JsonObject article, boolean own, int all) {
        assertThat(article.getBoolean("favorited")).isEqualTo(own);
        assertThat(article.getInt("favoritesCount")).isEqualTo(all);
    }

    @Test
    void whatIsSaidTwiceIsSaidOnce() {
        bob.post(path + "/favorite");
        assertFavourite(bob.post(path + "/favorite").in("article"), true, 1);
        bob.delete(path + "/favorite");
        assertFavourite(bob.delete(path + "/favorite").in("article"), false, 0);
    }

    @Test
    void anArticleAndATokenAreNeeded() {
        assertThat(bob.post("/articles/nothing/favorite").status()).isEqualTo(404);
        assertThat(bob.delete("/articles/nothing/favorite").status()).isEqualTo(404);
        assertThat(Client.nobody().post(path + "/favorite").status()).isEqualTo(401);
        assertThat(Client.nobody().delete(path + "/favorite").status()).isEqualTo(401);
    }

    @Test
    void tagsOfArticlesAreListedThoseOfMostFirst() {
        ada.publish("More", "more-" + tag, tag);

        Answer answer = Client.nobody().get("/tags");

        assertThat(answer.status()).isEqualTo(200);
        List<String> tags = Answer.texts(answer.json(), "tags");
        assertThat(tags).doesNotHaveDuplicates().containsSubsequence(tag, "more-" + tag);
    }

    @Test
    void tagsOfNoArticleAreNot() {
        ada.delete(path);

        assertThat(Answer.texts(Client.nobody().get("/tags").json(), "tags")).doesNotContain(tag);
    }
}
