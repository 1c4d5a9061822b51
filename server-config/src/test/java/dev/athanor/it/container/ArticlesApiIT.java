// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Articles by HTTP, from outside. */
@RunAsClient
class ArticlesApiIT extends InContainer {
    private static final String TIMESTAMP = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z";

    private final String unique = UUID.randomUUID().toString();
    private final Client ada = Client.registered();

    @Test
    void aPublishedArticleIsReadByAnybody() {
        JsonObject published = ada.publish("Looms & Düsentriebe " + unique, "weaving", "engines");

        assertThat(published.keySet())
                .containsExactlyInAnyOrder(
                        "slug",
                        "title",
                        "description",
                        "body",
                        "tagList",
                        "createdAt",
                        "updatedAt",
                        "favorited",
                        "favoritesCount",
                        "author");
        assertThat(published.getString("slug")).isEqualTo("looms-dusentriebe-" + unique);
        assertThat(published.getString("createdAt")).matches(TIMESTAMP);
        assertThat(published.getString("updatedAt")).isEqualTo(published.getString("createdAt"));
        assertThat(Answer.texts(published, "tagList")).containsExactly("engines", "weaving");
        assertThat(published.getBoolean("favorited")).isFalse();
        assertThat(published.getInt("favoritesCount")).isZero();
        assertThat(published.getJsonObject("author").keySet())
                .containsExactlyInAnyOrder("username", "bio", "image", "following");
        assertThat(published.getJsonObject("author").getString("username")).isEqualTo(ada.name());
        assertThat(Client.nobody().get("/articles/looms-dusentriebe-" + unique).in("article"))
                .isEqualTo(published);
    }

    @Test
    void tagsMayBeMissingAndAreKeptOnce() {
        JsonObject none = ada.post("/articles", """
                        {"article": {"title": "t", "description": "d", "body": "b", "favoritesCount": 7, "slug": "x"}}""").in("article");
        JsonObject twice = ada.publish("Twice " + unique, "b", "a", "b");

        assertThat(Answer.texts(none, "tagList")).isEmpty();
        assertThat(none.getString("slug")).startsWith("t");
        assertThat(none.getInt("favoritesCount")).isZero();
        assertThat(Answer.texts(twice, "tagList")).containsExactly("a", "b");
    }

    @Test
    void articlesOfOneTitleHaveAddressesOfTheirOwn() {
        String first = ada.publish("Looms " + unique).getString("slug");
        String second = Client.registered().publish("Looms, " + unique + "!").getString("slug");

        assertThat(first).isEqualTo("looms-" + unique);
        assertThat(second).startsWith(first + "-").isNotEqualTo(first);
    }

    @Test
    void anArticleCalledFeedIsNoFeed() {
        String slug = ada.publish("Feed").getString("slug");

        assertThat(slug).isNotEqualTo("feed");
        assertThat(ada.get("/articles/" + slug).in("article").getString("title"))
                .isEqualTo("Feed");
    }

    @ParameterizedTest
    @CsvSource({"今日は世界, 今日は世界", "'!?', article", "Ёлка, елка"})
    void titlesOfAnyScriptHaveAnAddress(String title, String slug) {
        JsonObject published = ada.publish(title);

        assertThat(published.getString("slug")).startsWith(slug);
        String encoded = URLEncoder.encode(published.getString("slug"), StandardCharsets.UTF_8);
        assertThat(ada.get("/articles/" + encoded).in("article").getString("title"))
                .isEqualTo(title);
    }

    @Test
    void anotherTitleMakesAnotherAddress() {
        String slug = ada.publish("Looms " + unique, "weaving").getString("slug");

        JsonObject changed = ada.put("/articles/" + slug, "{\"article\": {\"title\": \"Engines " + unique + "\"}}")
                .in("article");

        assertThat(changed.getString("slug")).isEqualTo("engines-" + unique);
        assertThat(changed.getString("body")).isEqualTo("All of Looms " + unique);
        assertThat(Answer.texts(changed, "tagList")).containsExactly("weaving");
        assertThat(ada.get("/articles/" + slug).status()).isEqualTo(404);
        assertThat(ada.get("/articles/engines-" + unique).status()).isEqualTo(200);
    }

    @Test
    void theAddressStaysWhereTheTitleDoes() {
        JsonObject before = ada.publish("Looms " + unique, "weaving");
        String path = "/articles/" + before.getString("slug");

        JsonObject changed = ada.put(path, """
                        {"article": {"body": "Other words", "title": "LOOMS %s", "id": 5}}""".formatted(unique)).in("article");

        assertThat(changed.getString("slug")).isEqualTo(before.getString("slug"));
        assertThat(changed.getString("title")).isEqualTo("LOOMS " + unique);
        assertThat(changed.getString("body")).isEqualTo("Other words");
        assertThat(changed.getString("description")).isEqualTo(before.getString("description"));
        assertThat(changed.getString("createdAt")).isEqualTo(before.getString("createdAt"));
        assertThat(changed.getString("updatedAt")).matches(TIMESTAMP).isGreaterThan(before.getString("updatedAt"));
    }

    @Test
    void tagsAreChangedOnlyIfTheyAreSent() {
        String path = "/articles/" + ada.publish("Looms " + unique, "a", "b").getString("slug");

        assertThat(Answer.texts(
                        ada.put(path, "{\"article\": {\"tagList\": [\"c\", \"a\"]}}")
                                .in("article"),
                        "tagList"))
                .containsExactly("a", "c");
        assertThat(Answer.texts(ada.put(path, "{\"article\": {}}").in("article"), "tagList"))
                .containsExactly("a", "c");
        assertThat(Answer.texts(
                        ada.put(path, "{\"article\": {\"tagList\": []}}").in("article"), "tagList"))
                .isEmpty();
    }

    @Test
    void aDeletedArticleIsGoneWithAllThatBelongsToIt() {
        String path = "/articles/" + ada.publish("Looms " + unique, "weaving").getString("slug");
        ada.post(path + "/comments", "{\"comment\": {\"body\": \"Mine\"}}");
        ada.post(path + "/favorite");

        Answer deleted = ada.delete(path);

        assertThat(deleted.status()).isEqualTo(204);
        assertThat(deleted.text()).isEmpty();
        assertThat(ada.get(path).status()).isEqualTo(404);
        assertThat(ada.delete(path).status()).isEqualTo(404);
        assertThat(ada.get(path + "/comments").status()).isEqualTo(404);
        assertThat(ada.get("/articles?author=" + ada.name()).json().getInt("articlesCount"))
                .isZero();
    }

    @Test
    void whatIsAnothersIsNotChanged() {
        String path = "/articles/" + ada.publish("Looms " + unique).getString("slug");
        Client bob = Client.registered();

        Answer change = bob.put(path, "{\"article\": {\"body\": \"\"}}");
        Answer deletion = bob.delete(path);

        assertThat(change.status()).isEqualTo(403);
        assertThat(deletion.status()).isEqualTo(403);
        assertThat(deletion.errors()).containsExactly("article is another user's");
        assertThat(ada.get(path).in("article").getString("body")).isEqualTo("All of Looms " + unique);
    }

    @Test
    void writingNeedsAToken() {
        String path = "/articles/" + ada.publish("Looms " + unique).getString("slug");
        Client nobody = Client.nobody();

        assertThat(nobody.post("/articles", Client.article("x")).status()).isEqualTo(401);
        assertThat(nobody.put(path, "{\"article\": {\"body\": \"x\"}}").status())
                .isEqualTo(401);
        assertThat(nobody.delete(path).status()).isEqualTo(401);
        assertThat(nobody.post("/articles", "nonsense").status()).isEqualTo(401);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThat(ada.get("/articles/nothing-" + unique).errors()).containsExactly("article not found");
        assertThat(ada.put("/articles/nothing-" + unique, "{\"article\": {\"body\": \"x\"}}")
                        .status())
                .isEqualTo(404);
        assertThat(ada.get("/articles/a%00b").status())
                .as("Liberty takes no NUL")
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"article\": {}}   | title can't be blank; description can't be blank; body can't be blank",
                "{\"article\": {\"title\": \" \", \"description\": \"\", \"body\": null}} | title can't be blank; description can't be blank; body can't be blank",
                "{}                  | article is missing",
                "{\"article\": null} | article is missing",
                "{\"article\": {\"title\": 5}} | article.title has the wrong type",
                "{\"article\": {\"title\": \"t\", \"description\": \"d\", \"body\": \"b\", \"tagList\": \"x\"}} | article.tagList has the wrong type",
                "{\"article\": {\"title\": \"t\", \"description\": \"d\", \"body\": \"b\", \"tagList\": [1]}} | article.tagList has the wrong type",
                "{\"article\": {\"title\": \"t\", \"description\": \"d\", \"body\": \"b\", \"tagList\": [\"a\", null]}} | tagList must not have blank tags",
                "{\"article\": {\"title\": \"a\\u0000b\", \"description\": \"d\", \"body\": \"b\"}} | title must not contain NUL or half characters",
            })
    void wrongArticlesAreRefused(String body, String errors) {
        Answer answer = ada.post("/articles", body);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(String.join("; ", answer.errors())).isEqualTo(errors);
    }

    @Test
    void aBlankTextDoesNotTakeTheOldOnesPlace() {
        String path = "/articles/" + ada.publish("Looms " + unique).getString("slug");

        assertThat(ada.put(path, "{\"article\": {\"body\": \"\", \"title\": null}}")
                        .errors())
                .containsExactly("title can't be blank", "body can't be blank");
        assertThat(ada.get(path).in("article").getString("title")).isEqualTo("Looms " + unique);
    }

    @Test
    void whatIsTooLongIsRefused() {
        Answer answer = ada.post("/articles", Client.article("x".repeat(201)));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.errors()).containsExactly("title is too long (maximum is 200 characters)");
        assertThat(written(words(100_001)).errors()).containsExactly("body is too long (maximum is 100000 characters)");
        assertThat(written(words(100_000)).status()).isEqualTo(201);
    }

    private Answer written(String body) {
        return ada.post(
                "/articles",
                "{\"article\": {\"title\": \"Words " + unique + "\", \"description\": \"d\", \"body\": \"" + body
                        + "\"}}");
    }

    /** All different, as they take most room in the index; with hyphens, as then their parts are words, too. */
    private static String words(int length) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; words.length() < length; i++) {
            words.append(Integer.toString(i, Character.MAX_RADIX))
                    .append("é-")
                    .append(i % 10)
                    .append(' ');
        }
        return words.substring(0, length - 1) + "x";
    }
}
