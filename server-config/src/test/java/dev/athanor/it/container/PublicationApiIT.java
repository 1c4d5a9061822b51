// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.web.Roles;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** Drafts, categories and searches by HTTP, from outside: where readers find articles, and where they do not. */
@RunAsClient
class PublicationApiIT extends InContainer {
    private final Client ada = Client.registered();
    private final Client bob = Client.registered();

    /** No other test's. */
    private final String word = "w" + UUID.randomUUID().toString().replace("-", "");

    private String draft(String title, String... tags) {
        Answer answer = ada.post("/v1/drafts", Client.draft(title, tags));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        String slug = answer.in("article").getString("slug");
        assertThat(answer.header("Location")).endsWith("/api/articles/" + slug);
        return slug;
    }

    private static Answer publish(Client client, String slug) {
        return client.send("PUT", "/v1/articles/" + slug + "/publication", "");
    }

    private static Answer archive(Client client, String slug) {
        return client.delete("/v1/articles/" + slug + "/publication");
    }

    private static List<String> titles(Answer articles) {
        assertThat(articles.status()).as(articles.text()).isEqualTo(200);
        return articles.json().getJsonArray("articles").getValuesAs(JsonObject.class).stream()
                .map(article -> article.getString("title"))
                .toList();
    }

    private List<String> drafts() {
        return titles(ada.get("/v1/drafts"));
    }

    @Test
    void everythingWrongWithADraftIsTold() {
        assertThat(ada.post("/v1/drafts", "{\"title\": 7, \"colour\": \"red\"}").problems())
                .containsExactly("/colour invalid", "/title invalid");
        assertThat(ada.post("/v1/drafts", "{\"title\": \" \", \"body\": \"x\"}").problems())
                .containsExactly("/description invalid", "/title invalid");
    }

    @Test
    void aDraftIsItsAuthorsUntilItIsPublishedAndOnceItIsTakenBack() {
        String slug = draft("Looms");
        draft("Dyes");
        assertThat(drafts()).containsExactly("Dyes", "Looms");
        assertThat(titles(bob.get("/v1/drafts"))).isEmpty();
        assertThat(ada.get("/articles/" + slug).status()).isEqualTo(200);
        assertThat(bob.get("/articles/" + slug).status()).isEqualTo(404);
        assertThat(publish(bob, slug).status()).isEqualTo(404);

        assertThat(publish(ada, slug).status()).isEqualTo(204);
        assertThat(drafts()).containsExactly("Dyes");
        assertThat(titles(bob.get("/articles?author=" + ada.name()))).containsExactly("Looms");
        assertThat(archive(bob, slug).status()).isEqualTo(403);

        assertThat(archive(ada, slug).status()).isEqualTo(204);
        assertThat(drafts()).containsExactly("Dyes", "Looms");
        assertThat(titles(bob.get("/articles?author=" + ada.name()))).isEmpty();
        archive(ada, ada.publish("Reeds").getString("slug"));
        assertThat(drafts()).as("the newest first").containsExactly("Reeds", "Dyes", "Looms");
    }

    /** They are told in the order of the commits. */
    @Test
    void nobodyIsToldOfADraftBeforeItIsPublished() {
        bob.post("/profiles/" + ada.name() + "/follow");
        String slug = draft("Looms");
        ada.publish("Dyes");
        assertThat(awaitedBy(bob, 1)).containsExactly("Dyes");

        publish(ada, slug);
        publish(ada, slug);
        ada.publish("Reeds");

        assertThat(awaitedBy(bob, 3)).containsExactly("Reeds", "Looms", "Dyes");
    }

    private static List<String> awaitedBy(Client reader, int unread) {
        return reader.told(unread).getJsonArray("notifications").getValuesAs(JsonObject.class).stream()
                .map(one -> one.getString("title"))
                .toList();
    }

    @Test
    void articlesAreFiledUnderCategoriesByTheirAuthors() {
        Client editor = Client.withRole(Roles.EDITOR);
        editor.post("/v1/categories", "{\"name\": \"Crafts %s\"}".formatted(word));
        editor.post("/v1/categories", "{\"name\": \"Weaving %s\", \"parent\": \"crafts-%s\"}".formatted(word, word));
        String place = "/v1/articles/" + ada.publish("Looms").getString("slug") + "/category";
        String weaving = "{\"category\": \"weaving-%s\"}".formatted(word);

        assertThat(bob.put(place, weaving).status()).isEqualTo(403);
        assertThat(ada.put(place, "{\"category\": null}").text()).contains("\"pointer\":\"/category\"");
        assertThat(ada.put(place, "{\"category\": \"nothing\"}").text())
                .contains("\"pointer\":\"/category\"", "does not exist");
        assertThat(ada.put(place, weaving).status()).isEqualTo(204);
        assertThat(filed("weaving")).containsExactly("Looms");
        assertThat(filed("crafts")).containsExactly("Looms");

        assertThat(ada.delete(place).status()).isEqualTo(204);
        assertThat(filed("crafts")).isEmpty();
        assertThat(bob.get("/v1/categories/nothing-" + word + "/articles").status())
                .isEqualTo(404);
    }

    private List<String> filed(String category) {
        return titles(bob.get("/v1/categories/" + category + "-" + word + "/articles"));
    }

    @Test
    void articlesAreFoundByTheirWords() {
        ada.publish("On looms " + word);
        ada.publish("On dyes");
        draft("On reeds " + word);

        assertThat(titles(bob.get("/v1/articles?words=" + word + "+loom"))).containsExactly("On looms " + word);
        assertThat(titles(Client.nobody().get("/v1/articles?words=" + word + "&limit=1&offset=1")))
                .isEmpty();
        assertThat(bob.get("/v1/articles?words=+&limit=x"))
                .returns(400, Answer::status)
                .extracting(Answer::text)
                .asString()
                .contains("\"parameter\":\"words\"", "\"parameter\":\"limit\"");
        assertThat(bob.get("/v1/articles").status()).isEqualTo(400);
    }

    @Test
    void relatedArticlesShareTags() {
        String slug = ada.publish("Looms", "a-" + word, "b-" + word).getString("slug");
        ada.publish("Reeds", "a-" + word, "b-" + word);
        ada.publish("Dyes", "b-" + word);
        String draft = draft("Drums", "a-" + word);

        assertThat(titles(bob.get("/v1/articles/" + slug + "/related"))).containsExactly("Reeds", "Dyes");
        assertThat(titles(ada.get("/v1/articles/" + draft + "/related"))).containsExactlyInAnyOrder("Looms", "Reeds");
        assertThat(bob.get("/v1/articles/" + draft + "/related").text()).contains("article not found");
    }
}
