// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.athanor.app.InvalidInput;
import dev.athanor.app.NotFound;
import dev.athanor.app.Viewer;
import dev.athanor.app.identity.Accounts;
import dev.athanor.app.identity.Registration;
import dev.athanor.app.publishing.ArticlePage;
import dev.athanor.app.publishing.ArticleSummary;
import dev.athanor.app.publishing.AuthorFigures;
import dev.athanor.app.publishing.Authoring;
import dev.athanor.app.publishing.Categories;
import dev.athanor.app.publishing.CategoryView;
import dev.athanor.app.publishing.Discovery;
import dev.athanor.app.publishing.Favourites;
import dev.athanor.app.publishing.NewArticle;
import dev.athanor.app.publishing.NewCategory;
import dev.athanor.app.publishing.Slice;
import dev.athanor.it.Addresses;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Finding articles by words, by what they share, by authors; and the tree of subjects. */
class DiscoveryIT extends InContainer {
    private static final Slice FIRST = new Slice(0, 10);

    @Inject
    private Accounts accounts;

    @Inject
    private Authoring authoring;

    @Inject
    private Favourites favourites;

    @Inject
    private Discovery discovery;

    @Inject
    private Categories categories;

    /** A word of this test's own. */
    private final String word = "w" + UUID.randomUUID().toString().replace("-", "");

    @Test
    void articlesAreFoundByTheirWordsThoseOfTheTitleFirst() {
        long ada = user("ada");
        authoring.publish(ada, new NewArticle("On looms", "About it", "Weaving " + word, List.of()));
        authoring.publish(ada, new NewArticle("On " + word, "About it", "Weavers wove", List.of()));
        authoring.publish(ada, new NewArticle("On engines", "A " + word, "Steam", List.of()));
        authoring.draft(ada, new NewArticle("A draft " + word, "About it", "Not yet", List.of()));

        assertThat(titles(search(word))).containsExactly("On " + word, "On engines", "On looms");
        assertThat(search(word).total()).isEqualTo(3);
        assertThat(titles(search(word + " weave"))).containsExactly("On looms");
        assertThat(titles(search(word + " -engine"))).containsExactly("On " + word, "On looms");
        assertThat(titles(search("nothing" + word))).isEmpty();
        assertThat(search("' & | ! :* (").total()).isZero();
        assertThat(titles(search(word + " " + "-".repeat(40) + "engine"))).containsExactly("On " + word, "On looms");
        assertThat(titles(search(word + " " + "- ( ".repeat(40) + "-engine")))
                .containsExactly("On " + word, "On looms");
    }

    private ArticlePage search(String words) {
        return discovery.search(words, FIRST, Viewer.nobody());
    }

    @Test
    void relatedArticlesShareTags() {
        long ada = user("ada");
        String slug =
                authoring.publish(ada, tagged("Looms", "a", "b", "c")).summary().slug();
        authoring.publish(ada, tagged("One", "c", "x"));
        authoring.publish(ada, tagged("Two", "a", "c"));
        authoring.publish(ada, tagged("None", "x"));
        authoring.draft(ada, tagged("A draft", "a", "b", "c"));

        ArticlePage related = discovery.related(slug, FIRST, Viewer.nobody());

        assertThat(titles(related)).containsExactly("Two", "One");
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> discovery.related("nothing-" + word, FIRST, Viewer.nobody()));
    }

    private NewArticle tagged(String title, String... tags) {
        return new NewArticle(
                title,
                "About it",
                "All of it",
                List.of(tags).stream().map(tag -> tag + word).toList());
    }

    @Test
    void figuresAreOfAuthorsOfSomeArticles() {
        long ada = user("ada");
        long bob = user("bob");
        List<ArticleSummary> written = new ArrayList<>();
        for (String title : List.of("One", "Two", "Three")) {
            ArticleSummary article = authoring.publish(ada, tagged(title)).summary();
            favourites.add(bob, article.slug());
            favourites.add(ada, article.slug());
            written.add(article);
        }
        authoring.draft(ada, tagged("Four"));
        authoring.publish(bob, tagged("One"));

        List<AuthorFigures> figures = discovery.authors(3);

        assertThat(figures)
                .filteredOn(author -> author.author() == ada)
                .singleElement()
                .satisfies(author -> {
                    assertThat(author.articles()).isEqualTo(3);
                    assertThat(author.favourites()).isEqualTo(6);
                    assertThat(author.latest()).isAfter(written.get(0).createdAt());
                });
        assertThat(figures).noneMatch(author -> author.author() == bob);
    }

    @Test
    void aCategoryHasAPathAndATree() {
        String sciences = category("Sciences", Optional.empty());
        String maths = category("Maths", Optional.of(sciences));
        String algebra = category("Algebra", Optional.of(maths));
        String physics = category("Physics", Optional.of(sciences));

        assertThat(slugs(categories.path(algebra))).containsExactly(sciences, maths, algebra);
        assertThat(slugs(categories.below(sciences))).containsExactly(sciences, maths, physics, algebra);
        assertThat(categories.path("nothing-" + word)).isEmpty();
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> category("Maths", Optional.empty()))
                .withMessage("name has already been taken");
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> category("Other", Optional.of("nothing-" + word)))
                .withMessage("parent does not exist");
    }

    private String category(String name, Optional<String> parent) {
        return categories.add(new NewCategory(name + " " + word, parent)).slug();
    }

    private static List<String> slugs(List<CategoryView> found) {
        return found.stream().map(CategoryView::slug).toList();
    }

    private static List<String> titles(ArticlePage page) {
        return page.articles().stream().map(ArticleSummary::title).toList();
    }

    private long user(String name) {
        return accounts.register(
                        new Registration(name + "-" + word, name + "-" + word + "@example.org", "correct horse"),
                        Addresses.random())
                .id();
    }
}
