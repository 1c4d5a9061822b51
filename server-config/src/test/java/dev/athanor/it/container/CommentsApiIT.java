// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Comments by HTTP, from outside. */
@RunAsClient
class CommentsApiIT extends InContainer {
    private final Client ada = Client.registered();
    private final Client bob = Client.registered();
    private String path = "";

    @BeforeEach
    void publish() {
        path = "/articles/" + ada.publish("Looms").getString("slug") + "/comments";
    }

    @Test
    void aCommentIsSeenByAnybody() {
        Answer added = bob.post(path, comment("Well said"));

        assertThat(added.status()).isEqualTo(200);
        JsonObject comment = added.in("comment");
        assertThat(comment.keySet()).containsExactlyInAnyOrder("id", "createdAt", "updatedAt", "body", "author");
        assertThat(comment.getString("body")).isEqualTo("Well said");
        assertThat(comment.getString("createdAt")).matches("[\\d-]{10}T[\\d:]{8}\\.\\d{3}Z");
        assertThat(comment.getJsonObject("author").getString("username")).isEqualTo(bob.name());
        assertThat(comments(Client.nobody())).containsExactly(comment);
    }

    @Test
    void theOldestComeFirstWithTheirAuthors() {
        ada.post("/profiles/" + bob.name() + "/follow");
        bob.post(path, comment("First"));
        ada.post(path, comment("Second"));
        bob.post(path, comment("Third"));

        List<JsonObject> comments = comments(ada);

        assertThat(comments)
                .extracting(comment -> comment.getString("body"))
                .containsExactly("First", "Second", "Third");
        assertThat(comments)
                .extracting(comment -> comment.getJsonObject("author").getBoolean("following"))
                .containsExactly(true, false, true);
    }

    @Test
    void anArticleWithoutCommentsHasAnEmptyList() {
        assertThat(Client.nobody().get(path).text()).isEqualTo("{\"comments\":[]}");
    }

    @Test
    void ownCommentsAreDeleted() {
        int id = bob.post(path, comment("Well said")).in("comment").getInt("id");

        assertThat(bob.delete(path + "/" + id).status()).isEqualTo(204);
        assertThat(comments(bob)).isEmpty();
        assertThat(bob.delete(path + "/" + id).status()).isEqualTo(404);
    }

    @Test
    void othersCommentsAreNot() {
        int id = bob.post(path, comment("Well said")).in("comment").getInt("id");

        assertThat(ada.delete(path + "/" + id).status()).isEqualTo(403);
        assertThat(Client.nobody().delete(path + "/" + id).status()).isEqualTo(401);
        assertThat(comments(bob)).hasSize(1);
    }

    @Test
    void aCommentIsFoundAtItsArticleOnly() {
        int id = bob.post(path, comment("Well said")).in("comment").getInt("id");
        String other = "/articles/" + ada.publish("Engines").getString("slug") + "/comments";

        assertThat(bob.delete(other + "/" + id).status()).isEqualTo(404);
        for (String none : List.of("0", "x", "-1", "99999999999999999999")) {
            assertThat(bob.delete(path + "/" + none).status()).as(none).isEqualTo(404);
        }
    }

    @Test
    void anArticleThatIsNotThereHasNoComments() {
        assertThat(bob.get("/articles/nothing/comments").errors()).containsExactly("article not found");
        assertThat(bob.post("/articles/nothing/comments", comment("x")).status())
                .isEqualTo(404);
        assertThat(bob.get("/articles/nothing/comments").status()).isEqualTo(404);
        assertThat(bob.delete("/articles/nothing/comments/1").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"comment\": {\"body\": \"\"}}   | body can't be blank",
                "{\"comment\": {\"body\": null}}   | body can't be blank",
                "{\"comment\": {}}                 | body can't be blank",
                "{}                                | comment is missing",
                "{\"comment\": {\"body\": [\"a\"]}} | comment.body has the wrong type",
                "{\"comment\": {\"body\": \"a\\u0000b\"}} | body must not contain NUL or half characters",
            })
    void wrongCommentsAreRefused(String body, String error) {
        Answer answer = bob.post(path, body);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.errors()).containsExactly(error);
        assertThat(Client.nobody().post(path, body).status()).isEqualTo(401);
    }

    private List<JsonObject> comments(Client viewer) {
        return viewer.get(path).json().getJsonArray("comments").getValuesAs(JsonObject.class);
    }

    private static String comment(String body) {
        return "{\"comment\": {\"body\": \"" + body + "\"}}";
    }
}
