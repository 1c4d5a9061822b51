// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.athanor.app.InvalidInput;
import dev.athanor.app.NotAllowed;
import dev.athanor.app.NotFound;
import dev.athanor.app.Reason;
import dev.athanor.app.Viewer;
import dev.athanor.app.Violation;
import dev.athanor.app.identity.Accounts;
import dev.athanor.app.identity.Registration;
import dev.athanor.app.publishing.ArticlePage;
import dev.athanor.app.publishing.Articles;
import dev.athanor.app.publishing.Authoring;
import dev.athanor.app.publishing.Categories;
import dev.athanor.app.publishing.NewArticle;
import dev.athanor.app.publishing.NewCategory;
import dev.athanor.app.publishing.Slice;
import dev.athanor.it.Addresses;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Articles that are filed under categories, and found there and above. */
class FilingIT extends InContainer {
    private static final Slice ALL = new Slice(0, 100);

    @Inject
    private Accounts accounts;

    @Inject
    private Authoring authoring;

    @Inject
    private Articles articles;

    @Inject
    private Categories categories;

    @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
    private ManagedThreadFactory threads;

    /** No other test's. */
    private final String word = UUID.randomUUID().toString();

    private long ada;
    private String crafts = "";
    private String weaving = "";
    private String music = "";

    @BeforeEach
    void begin() {
        ada = user("ada");
        crafts = category("Crafts", Optional.empty());
        weaving = category("Weaving", Optional.of(crafts));
        music = category("Music", Optional.empty());
    }

    private long user(String name) {
        return accounts.register(
                        new Registration(name + "-" + word, name + "-" + word + "@example.org", "correct horse"),
                        Addresses.random())
                .id();
    }

    private String category(String name, Optional<String> parent) {
        return categories.add(new NewCategory(name + " " + word, parent)).slug();
    }

    private static NewArticle article(String title) {
        return new NewArticle(title, "About it", "All of it", List.of());
    }

    private String filed(String title, String category) {
        String slug =
                authoring.publish(ada, article(title + " " + word)).summary().slug();
        authoring.file(ada, slug, Optional.of(category));
        return slug;
    }

    private List<String> found(String category) {
        ArticlePage page = articles.filedUnder(category, ALL, Viewer.nobody());
        assertThat(page.total()).isEqualTo(page.articles().size());
        return page.articles().stream()
                .map(one -> one.title().replace(" " + word, ""))
                .toList();
    }

    @Test
    void anArticleIsFoundInItsCategoryAndInThoseAbove() {
        filed("Baskets", crafts);
        filed("Looms", weaving);
        filed("Drums", music);

        assertThat(found(weaving)).containsExactly("Looms");
        assertThat(found(crafts)).containsExactly("Looms", "Baskets");
        assertThat(found(music)).containsExactly("Drums");
        assertThat(found("nothing-" + word)).isEmpty();
    }

    @Test
    void anArticleIsInOneCategoryOrInNone() {
        String slug = filed("Looms", weaving);

        authoring.file(ada, slug, Optional.of(music));
        assertThat(found(crafts)).isEmpty();
        assertThat(found(music)).containsExactly("Looms");

        authoring.file(ada, slug, Optional.empty());
        assertThat(found(music)).isEmpty();
    }

    @Test
    void whatIsNotPublishedIsInNoCategorysList() {
        String slug = filed("Looms", weaving);
        String draft = authoring.draft(ada, article("A draft")).summary().slug();
        authoring.file(ada, draft, Optional.of(weaving));

        assertThat(found(weaving)).containsExactly("Looms");
        authoring.archive(ada, slug);
        assertThat(found(weaving)).isEmpty();
    }

    @Test
    void authorsFileWhatIsTheirs() {
        long bob = user("bob");
        String slug = filed("Looms", weaving);
        String draft = authoring.draft(ada, article("A draft")).summary().slug();

        assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> authoring.file(bob, slug, Optional.of(music)));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> authoring.file(bob, draft, Optional.of(music)));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> authoring.file(ada, slug, Optional.of("nothing-" + word)))
                .withMessage("category does not exist");
        assertThat(found(weaving)).containsExactly("Looms");
    }

    @Test
    void aCategoryThatHasArticlesStays() {
        String slug = filed("Looms", weaving);

        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> drop(weaving))
                .satisfies(refused -> assertThat(refused.violations())
                        .containsExactly(new Violation("category", "has articles", Reason.IN_USE)));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> drop(crafts))
                .satisfies(refused -> assertThat(refused.violations())
                        .containsExactly(new Violation("category", "has others below it", Reason.IN_USE)));
        authoring.file(ada, slug, Optional.empty());
        drop(weaving);
        drop(crafts);

        assertThat(categories.path(weaving)).isEmpty();
    }

    @Test
    void anArticleIsFiledOrItsCategoryGoesWhoeverIsFirst() throws Exception {
        String slug = filed("Looms", music);
        for (int round = 0; round < 5; round++) {
            String idle = category("Idle" + round, Optional.empty());

            List<String> done = Clients.atOnce(threads, 2, client -> () -> {
                try {
                    if (client == 0) {
                        authoring.file(ada, slug, Optional.of(idle));
                        return "filed";
                    }
                    drop(idle);
                    return "gone";
                } catch (InvalidInput refused) {
                    return "refused";
                }
            });

            assertThat(done).containsOnlyOnce("refused");
            assertThat(found(idle)).hasSize(done.contains("gone") ? 0 : 1);
        }
    }

    private void drop(String category) {
        categories.drop(category, categories.edition(category).orElseThrow().version());
    }

    @Test
    void everythingWrongWithANewCategoryIsSaidAtOnce() {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> categories.add(new NewCategory(" ", Optional.of("nothing-" + word))))
                .withMessage("name can't be blank; parent does not exist");
    }
}
