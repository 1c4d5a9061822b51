// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists of articles by HTTP, from outside. */
@RunAsClient
class ArticleListsApiIT extends InContainer {
    private static final int ARTICLES = 5;

    private final String tag = "tag-" + UUID.randomUUID();
    private final Client ada = Client.registered();
    private final Client bob = Client.registered();

    @BeforeEach
    void publish() {
        for (int i = 1; i <= ARTICLES; i++) {
            ada.publish(title(i), tag, "all");
        }
    }

    private String title(int number) {
        return "Looms " + number + " " + tag;
    }

    @Test
    void theNewestComeFirstWithoutTheirTexts() {
        Answer answer = Client.nobody().get("/articles");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().getInt("articlesCount")).isGreaterThanOrEqualTo(ARTICLES);
        assertThat(titles(answer)).startsWith(title(5), title(4), title(3), title(2), title(1));
        JsonObject newest = articles(answer).get(0);
        assertThat(newest.keySet())
                .containsExactlyInAnyOrder(
                        "slug",
                        "title",
                        "description",
                        "tagList",
                        "createdAt",
                        "updatedAt",
                        "favorited",
                        "favoritesCount",
                        "author");
        assertThat(Answer.texts(newest, "tagList")).containsExactly("all", tag);
        assertThat(newest.getJsonObject("author").getString("username")).isEqualTo(ada.name());
    }

    @Test
    void articlesAreFoundByTag() {
        bob.publish("Other", "all");

        Answer answer = Client.nobody().get("/articles?tag=" + tag);

        assertThat(answer.json().getInt("articlesCount")).isEqualTo(ARTICLES);
        assertThat(titles(answer)).hasSize(ARTICLES).doesNotContain("Other");
        assertNone(Client.nobody().get("/articles?tag=nothing-" + tag));
    }

    @Test
    void articlesAreFoundByAuthor() {
        Answer answer = Client.nobody().get("/articles?author=" + ada.name());

        assertThat(titles(answer)).hasSize(ARTICLES);
        assertNone(Client.nobody().get("/articles?author=" + bob.name()));
        assertNone(Client.nobody().get("/articles?author=nobody-" + tag));
    }

    @Test
    void articlesAreFoundByWhoLikesThem() {
        String slug = articles(ada.get("/articles?tag=" + tag)).get(2).getString("slug");
        bob.post("/articles/" + slug + "/favorite");

        Answer answer = bob.get("/articles?favorited=" + bob.name() + "&author=" + ada.name() + "&tag=" + tag);

        assertThat(titles(answer)).containsExactly(title(3));
        assertThat(articles(answer).get(0).getBoolean("favorited")).isTrue();
        assertThat(articles(answer).get(0).getInt("favoritesCount")).isOne();
        assertThat(articles(ada.get("/articles?favorited=" + bob.name())).get(0).getBoolean("favorited"))
                .isFalse();
        assertNone(Client.nobody().get("/articles?favorited=" + ada.name()));
    }

    @Test
    void partsOfListsAreGiven() {
        Answer answer = Client.nobody().get("/articles?tag=" + tag + "&limit=2&offset=1");

        assertThat(titles(answer)).containsExactly(title(4), title(3));
        assertThat(answer.json().getInt("articlesCount")).isEqualTo(ARTICLES);

        Answer beyond = Client.nobody().get("/articles?tag=" + tag + "&offset=100");
        assertThat(titles(beyond)).isEmpty();
        assertThat(beyond.json().getInt("articlesCount")).isEqualTo(ARTICLES);
        assertThat(titles(Client.nobody().get("/articles?tag=" + tag + "&limit=999999999&author=&favorited=")))
                .hasSize(ARTICLES);
    }

    @Test
    void twentyAreGivenIfNothingIsSaid() {
        for (int i = ARTICLES; i < 21; i++) {
            ada.publish("More " + i, tag);
        }

        Answer answer = Client.nobody().get("/articles?tag=" + tag);

        assertThat(titles(answer)).hasSize(20);
        assertThat(answer.json().getInt("articlesCount")).isEqualTo(21);
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, limit",
        "limit=-1, limit",
        "limit=x, limit",
        "limit=, limit",
        "limit=2.5, limit",
        "limit=99999999999999999999, limit",
        "offset=-1, offset",
        "offset=x&limit=x, offset"
    })
    void whatIsNoPartOfAListIsRefused(String parameters, String field) {
        Answer answer = ada.get("/articles?" + parameters);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.errors().get(0)).startsWith(field + " must be a whole number");
        assertThat(ada.get("/articles/feed?" + parameters).status()).isEqualTo(422);
    }

    @Test
    void nulInParametersIsRefused() {
        Answer answer = ada.get("/articles?tag=a%00b");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.errors()).containsExactly("tag must not contain NUL");
    }

    @Test
    void theFeedHasWhatThoseWriteWhoAreFollowed() {
        assertNone(bob.get("/articles/feed"));
        bob.post("/profiles/" + ada.name() + "/follow");
        Client.registered().publish("Of a stranger", tag);

        Answer feed = bob.get("/articles/feed?limit=3");

        assertThat(titles(feed)).containsExactly(title(5), title(4), title(3));
        assertThat(feed.json().getInt("articlesCount")).isEqualTo(ARTICLES);
        JsonObject first = articles(feed).get(0);
        assertThat(first.containsKey("body")).isFalse();
        assertThat(first.getJsonObject("author").getBoolean("following")).isTrue();
        assertThat(titles(bob.get("/articles/feed?offset=4"))).containsExactly(title(1));

        bob.delete("/profiles/" + ada.name() + "/follow");
        assertNone(bob.get("/articles/feed"));
        assertThat(Client.nobody().get("/articles/feed").status()).isEqualTo(401);
    }

    /** However many articles there are: of articles, of their authors, and of the users that are asked for. */
    @ParameterizedTest
    @CsvSource({
        "'', 2",
        "?tag=all, 2",
        "?author=%s, 3",
        "?favorited=%s, 3",
        "?author=%1$s&favorited=%1$s&tag=all&limit=100, 3",
        "?offset=1000000, 2"
    })
    void aListTakesThreeStatementsAtMost(String parameters, int statements) {
        articles(ada.get("/articles?tag=" + tag))
                .forEach(article -> ada.post("/articles/" + article.getString("slug") + "/favorite"));
        String list = "/articles" + parameters.formatted(ada.name());

        assertThat(Statements.of(() -> {
                    Answer answer = bob.get(list);
                    assertThat(answer.status()).isEqualTo(200);
                    assertThat(answer.json().getInt("articlesCount")).isGreaterThanOrEqualTo(ARTICLES);
                }))
                .isEqualTo(statements);
    }

    private static void assertNone(Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("{\"articles\":[],\"articlesCount\":0}");
    }

    private static List<String> titles(Answer answer) {
        return articles(answer).stream()
                .map(article -> article.getString("title"))
                .toList();
    }

    private static List<JsonObject> articles(Answer answer) {
        return answer.json().getJsonArray("articles").getValuesAs(JsonObject.class);
    }
}
