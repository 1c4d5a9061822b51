// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.publishing;

import static dev.athanor.sql.Sql.insert;
import static dev.athanor.sql.Sql.select;

import dev.athanor.app.InputRules;
import dev.athanor.app.InvalidInput;
import dev.athanor.app.NotFound;
import dev.athanor.app.Texts;
import dev.athanor.app.UniqueConstraints;
import dev.athanor.app.Viewer;
import dev.athanor.app.Violation;
import dev.athanor.app.Violations;
import dev.athanor.domain.publishing.Article;
import dev.athanor.domain.publishing.ArticleStatus;
import dev.athanor.domain.publishing.Category;
import dev.athanor.domain.publishing.QCategory;
import dev.athanor.domain.publishing.QTag;
import dev.athanor.domain.publishing.Tag;
import dev.athanor.orm.Session;
import dev.athanor.orm.outbox.Outbox;
import dev.athanor.orm.transaction.Retry;
import dev.athanor.orm.transaction.RetryReason;
import dev.athanor.sql.SqlException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** {@link Authoring} by a session. */
@ApplicationScoped
@Transactional
@Retry(
        attempts = 8,
        on = {RetryReason.SERIALIZATION_FAILURE, RetryReason.DEADLOCK, RetryReason.OPTIMISTIC_CONFLICT})
class AuthoringService implements Authoring {
    /** A category may go between the query and the change. */
    private static final UniqueConstraints GONE =
            new UniqueConstraints(Map.of("articles_category_id_fkey", new Violation("category", Texts.UNKNOWN)));

    private final QTag t = QTag.as("t");
    private final QCategory c = QCategory.as("c");

    @Inject
    private Session session;

    @Inject
    private OwnArticles own;

    @Inject
    private Addresses addresses;

    @Inject
    private Articles articles;

    @Inject
    private InputRules rules;

    @Inject
    private Outbox outbox;

    @Override
    public ArticleView publish(long author, NewArticle article) {
        return write(author, article, written -> written.publish(now()));
    }

    @Override
    public ArticleView draft(long author, NewArticle article) {
        return write(author, article, written -> {});
    }

    private ArticleView write(long author, NewArticle input, Consumer<Article> then) {
        rules.check(input);
        Article article = addresses.given(input.title(), slug -> {
            Article written = new Article(author, slug, input.title(), input.description(), input.body());
            then.accept(written);
            session.add(written);
            return written;
        });
        article.tag(tags(input.tagList()));
        if (article.status() == ArticleStatus.PUBLISHED) {
            tell(article);
        }
        return view(author, article);
    }

    /** In the precision of the database, so that what is written is what is read back. */
    private static OffsetDateTime now() {
        return OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public ArticleView change(long author, String slug, ArticleChanges changes) {
        Article article = own.writtenBy(author, slug);
        NewArticle before = text(article);
        NewArticle after = changes.over(before);
        rules.check(after);
        article.rewrite(after.title(), after.description(), after.body());
        if (!Slug.isOf(article.slug(), after.title())) {
            addresses.given(after.title(), address -> {
                article.moveTo(address);
                return article;
            });
        }
        if (!after.tagList().equals(before.tagList())) {
            article.tag(tags(after.tagList()));
        }
        return view(author, article);
    }

    private static NewArticle text(Article article) {
        List<String> tags =
                article.tags().stream().map(link -> link.tag().name()).toList();
        return new NewArticle(article.title(), article.description(), article.body(), tags);
    }

    /** Makes those that are new; in one order, so that nobody waits for each other. */
    private List<Tag> tags(List<String> names) {
        List<String> sorted = names.stream().distinct().sorted().toList();
        if (!sorted.isEmpty()) {
            session.execute(insert(t)
                    .rows(sorted, (row, name) -> row.set(t.name, name))
                    .onConflict(t.name)
                    .doNothing());
        }
        return session.getAll(Tag.class, names.stream().distinct().toList());
    }

    private ArticleView view(long author, Article article) {
        session.flush();
        return articles.find(article.slug(), Viewer.of(author)).orElseThrow(() -> new NotFound("article"));
    }

    @Override
    public void publish(long author, String slug) {
        Article article = own.writtenBy(author, slug);
        boolean shown = article.status() == ArticleStatus.PUBLISHED;
        article.publish(now());
        if (!shown) {
            tell(article);
        }
    }

    /** Those who follow the author, after the commit; of one author one article after the other. */
    // region record
    private void tell(Article article) {
        outbox.record("author-" + article.authorId(), new ArticlePublished(article.id(), article.authorId()));
    }
    // endregion

    @Override
    public void archive(long author, String slug) {
        own.writtenBy(author, slug).archive();
    }

    @Override
    public void file(long author, String slug, Optional<String> wanted) {
        Article article = own.writtenBy(author, slug);
        Optional<Category> category =
                wanted.flatMap(address -> session.oneOrNone(select(c).where(c.slug.eq(address))));
        new Violations()
                .when(wanted.isPresent() && category.isEmpty(), "category", Texts.UNKNOWN)
                .refuse();
        article.fileUnder(category.orElse(null));
        try {
            session.flush();
        } catch (SqlException e) {
            throw GONE.violated(e).<RuntimeException>map(InvalidInput::new).orElse(e);
        }
    }

    @Override
    public void delete(long author, String slug) {
        session.delete(own.writtenBy(author, slug));
    }
}
