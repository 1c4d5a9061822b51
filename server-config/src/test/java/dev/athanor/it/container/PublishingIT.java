// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.athanor.app.InvalidInput;
import dev.athanor.app.NotAllowed;
import dev.athanor.app.NotFound;
import dev.athanor.app.Viewer;
import dev.athanor.app.identity.Accounts;
import dev.athanor.app.identity.Profiles;
import dev.athanor.app.identity.Registration;
import dev.athanor.app.publishing.ArticleChanges;
import dev.athanor.app.publishing.ArticleFilter;
import dev.athanor.app.publishing.ArticleSummary;
import dev.athanor.app.publishing.ArticleView;
import dev.athanor.app.publishing.Articles;
import dev.athanor.app.publishing.Authoring;
import dev.athanor.app.publishing.CommentView;
import dev.athanor.app.publishing.Comments;
import dev.athanor.app.publishing.Favourites;
import dev.athanor.app.publishing.NewArticle;
import dev.athanor.app.publishing.NewComment;
import dev.athanor.app.publishing.Slice;
import dev.athanor.it.Addresses;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What holds of articles whoever calls, and however many at once. */
class PublishingIT extends InContainer {
    private static final int MANY = 4;

    @Inject
    private Accounts accounts;

    @Inject
    private Profiles profiles;

    @Inject
    private Articles articles;

    @Inject
    private Authoring authoring;

    @Inject
    private Favourites favourites;

    @Inject
    private Comments comments;

    @Resource(lookup = "java:comp/DefaultManagedExecutorService")
    private ManagedExecutorService executor;

    private final String unique = UUID.randomUUID().toString();

    @Test
    void articlesOfOneTitleThatAreWrittenAtOnceAllHaveAnAddress() throws Exception {
        long author = user("ada");

        List<ArticleView> published = atOnce(() -> authoring.publish(author, article("Looms " + unique)));

        assertThat(published)
                .extracting(article -> article.summary().slug())
                .doesNotHaveDuplicates()
                .contains("looms-" + unique);
        assertThat(published).extracting(article -> article.summary().tags()).containsOnly(List.of("tag-" + unique));
    }

    @Test
    void whoLikesAnArticleTwiceAtOnceIsCountedOnce() throws Exception {
        long author = user("ada");
        String slug =
                authoring.publish(author, article("Looms " + unique)).summary().slug();

        List<ArticleView> liked = atOnce(() -> favourites.add(author, slug));

        assertThat(liked).extracting(article -> article.summary().favourites()).containsOnly(1);
    }

    @Test
    void whoFollowsTwiceAtOnceFollowsOnce() throws Exception {
        long ada = user("ada");
        long bob = user("bob");

        assertThat(atOnce(() -> profiles.follow(ada, "bob-" + unique))).allMatch(profile -> profile.following());
        assertThat(profiles.followedBy(ada)).containsExactly(bob);
    }

    @Test
    void changesAtOnceAreAllMade() throws Exception {
        long author = user("ada");
        String slug =
                authoring.publish(author, article("Looms " + unique)).summary().slug();

        List<ArticleView> changed = atOnce(() -> authoring.change(
                author,
                slug,
                new ArticleChanges(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(UUID.randomUUID().toString()),
                        Optional.empty())));

        assertThat(changed).extracting(ArticleView::body).doesNotHaveDuplicates();
        assertThat(changed).contains(articles.find(slug, Viewer.of(author)).orElseThrow());
    }

    @Test
    void aDraftIsItsAuthorsAlone() {
        long ada = user("ada");
        long bob = user("bob");
        String slug = authoring.draft(ada, article("Looms " + unique)).summary().slug();

        assertThat(articles.find(slug, Viewer.of(ada))).isPresent();
        assertThat(articles.find(slug, Viewer.of(bob))).isEmpty();
        assertThat(articles.find(slug, Viewer.nobody())).isEmpty();
        assertThat(byTag()).isZero();
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> authoring.publish(bob, slug));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> favourites.add(bob, slug));

        authoring.publish(ada, slug);

        assertThat(articles.find(slug, Viewer.nobody())).isPresent();
        assertThat(byTag()).isOne();
        assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> authoring.archive(bob, slug));
    }

    @Test
    void anArchivedArticleIsKeptAndComesBack() {
        long ada = user("ada");
        String slug =
                authoring.publish(ada, article("Looms " + unique)).summary().slug();

        authoring.archive(ada, slug);

        assertThat(byTag()).isZero();
        assertThat(articles.tags()).doesNotContain("tag-" + unique);
        assertThat(articles.find(slug, Viewer.of(ada))).isPresent();

        authoring.publish(ada, slug);

        assertThat(byTag()).isOne();
    }

    @Test
    void articlesAreArchivedWithTheirAuthorsAccount() {
        long ada = user("ada");
        authoring.publish(ada, article("Looms " + unique));

        accounts.deactivate(ada);

        assertThat(byTag()).isZero();
        assertThat(accounts.find(ada)).isEmpty();
        assertThat(accounts.isGood(ada, 0)).isFalse();
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> accounts.deactivate(ada));
    }

    @Test
    void whatWasSaidStaysWithTheNameOfWhoIsGone() {
        long ada = user("ada");
        long bob = user("bob");
        String slug =
                authoring.publish(ada, article("Looms " + unique)).summary().slug();
        comments.add(bob, slug, new NewComment("Well said"));
        favourites.add(bob, slug);

        accounts.deactivate(bob);

        assertThat(comments.list(slug, Viewer.nobody()))
                .extracting(comment -> comment.author().username(), CommentView::body)
                .containsExactly(tuple("bob-" + unique, "Well said"));
        assertThat(profiles.find("bob-" + unique, Viewer.nobody())).isEmpty();
    }

    @Test
    void tagsAreInTheirOrder() {
        long ada = user("ada");
        NewArticle article = new NewArticle("Looms", "About it", "All of it", List.of("wool", "art", "loom", "art"));
        ArticleView published = authoring.publish(ada, article);

        ArticleView changed = authoring.change(
                ada,
                published.summary().slug(),
                new ArticleChanges(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(List.of("yarn", "loom", "wool"))));

        assertThat(published.summary().tags()).containsExactly("wool", "art", "loom");
        assertThat(changed.summary().tags()).containsExactly("yarn", "loom", "wool");
    }

    @Test
    void feedsHaveWhatIsPublishedOnly() {
        long ada = user("ada");
        long bob = user("bob");
        profiles.follow(bob, "ada-" + unique);
        authoring.draft(ada, article("A draft"));
        String slug =
                authoring.publish(ada, article("Looms " + unique)).summary().slug();

        assertThat(feed(bob)).containsExactly("Looms " + unique);
        authoring.archive(ada, slug);
        assertThat(feed(bob)).isEmpty();
        authoring.publish(ada, slug);
        assertThat(feed(bob)).containsExactly("Looms " + unique);
        accounts.deactivate(ada);
        assertThat(feed(bob)).isEmpty();
    }

    private List<String> feed(long user) {
        return articles.feed(user, new Slice(0, 10)).articles().stream()
                .map(ArticleSummary::title)
                .toList();
    }

    @Test
    void anAddressIsFreeAgainAndANameIsNot() {
        accounts.deactivate(user("ada"));

        long again = accounts.register(
                        new Registration("eva-" + unique, "ada-" + unique + "@example.org", "correct horse"),
                        Addresses.random())
                .id();

        assertThat(again).isPositive();
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> accounts.register(
                        new Registration("ada-" + unique, "new-" + unique + "@example.org", "correct horse"),
                        Addresses.random()))
                .withMessage("username has already been taken");
    }

    private long byTag() {
        ArticleFilter filter = new ArticleFilter(Optional.of("tag-" + unique), Optional.empty(), Optional.empty());
        return articles.list(filter, new Slice(0, 10), Viewer.nobody()).total();
    }

    private long user(String name) {
        return accounts.register(
                        new Registration(name + "-" + unique, name + "-" + unique + "@example.org", "correct horse"),
                        Addresses.random())
                .id();
    }

    private NewArticle article(String title) {
        return new NewArticle(title, "About it", "All of it", List.of("tag-" + unique));
    }

    /** Does the same on many threads; the pool has as many connections. */
    private <T> List<T> atOnce(Callable<T> work) throws Exception {
        CyclicBarrier together = new CyclicBarrier(MANY);
        List<Future<T>> all = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            all.add(executor.submit(() -> {
                together.await(60, SECONDS); // the server adds threads one after the other
                return work.call();
            }));
        }
        List<T> results = new ArrayList<>();
        for (Future<T> each : all) {
            results.add(each.get(90, SECONDS));
        }
        return results;
    }
}
