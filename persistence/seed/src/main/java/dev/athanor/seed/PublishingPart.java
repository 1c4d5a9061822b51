// SPDX-License-Identifier: Apache-2.0
package dev.athanor.seed;

import dev.athanor.domain.publishing.ArticleStatus;
import dev.athanor.domain.publishing.QArticle;
import dev.athanor.domain.publishing.QArticleTag;
import dev.athanor.domain.publishing.QCategory;
import dev.athanor.domain.publishing.QComment;
import dev.athanor.domain.publishing.QFavourite;
import dev.athanor.domain.publishing.QTag;
import dev.athanor.orm.bulk.RowMapping;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Articles under categories, with tags, comments and those who like them. */
final class PublishingPart implements Part {
    private static final int YEARS = 2 * 365;
    private static final int BLOCK = 50;
    private static final int MOST_TAGS = 3;
    private static final int MOST_FAVOURITES = 4;

    /** What each is called, and the place of the one above it. */
    private static final List<Category> CATEGORIES = List.of(
            new Category("Crafts", 0),
            new Category("Textiles", 1),
            new Category("Wood and clay", 1),
            new Category("Outdoors", 0),
            new Category("Gardens", 4),
            new Category("Herbs", 5),
            new Category("Travel", 4),
            new Category("Kitchen", 0),
            new Category("Baking", 8),
            new Category("Culture", 0));

    private record Category(String name, int above) {}

    private record Text(
            long id,
            String slug,
            String title,
            String description,
            String body,
            long author,
            ArticleStatus status,
            long category,
            Instant written) {
        OffsetDateTime created() {
            return written.atOffset(ZoneOffset.UTC);
        }

        @Nullable
        OffsetDateTime published() {
            return status == ArticleStatus.DRAFT ? null : created();
        }
    }

    private record Tagged(long article, String tag, int position) {}

    private record Said(long id, long article, long author, String body, Instant when) {
        OffsetDateTime created() {
            return when.atOffset(ZoneOffset.UTC);
        }
    }

    private record Liked(long article, long user, Instant when) {}

    private static final QCategory C = QCategory.table();
    private static final QTag T = QTag.table();
    private static final QArticle A = QArticle.table();
    private static final QArticleTag AT = QArticleTag.table();
    private static final QComment CM = QComment.table();
    private static final QFavourite F = QFavourite.table();

    private static final RowMapping<Long> CATEGORY_ROWS = RowMapping.of(Long.class, C)
            .set(C.id, id -> id)
            .set(C.name, id -> category(id).name())
            .set(C.version, id -> 1)
            .set(C.slug, id -> Words.address(category(id).name()))
            .set(
                    C.parent.id,
                    id -> category(id).above() == 0
                            ? null
                            : Long.valueOf(category(id).above()));

    private static final RowMapping<String> TAGS =
            RowMapping.of(String.class, T).set(T.name, tag -> tag);

    private static final RowMapping<Text> ARTICLES = RowMapping.of(Text.class, A)
            .set(A.id, Text::id)
            .set(A.slug, Text::slug)
            .set(A.title, Text::title)
            .set(A.description, Text::description)
            .set(A.body, Text::body)
            .set(A.authorId, Text::author)
            .set(A.status, Text::status)
            .set(A.category.id, Text::category)
            .set(A.createdAt, Text::created)
            .set(A.updatedAt, Text::created)
            .set(A.publishedAt, Text::published)
            .set(A.version, article -> 1);

    private static final RowMapping<Tagged> ARTICLE_TAGS = RowMapping.of(Tagged.class, AT)
            .set(AT.article.id, Tagged::article)
            .set(AT.tag.name, Tagged::tag)
            .set(AT.position, Tagged::position);

    private static final RowMapping<Said> COMMENTS = RowMapping.of(Said.class, CM)
            .set(CM.id, Said::id)
            .set(CM.article.id, Said::article)
            .set(CM.authorId, Said::author)
            .set(CM.body, Said::body)
            .set(CM.createdAt, Said::created)
            .set(CM.updatedAt, Said::created);

    private static final RowMapping<Liked> FAVOURITES = RowMapping.of(Liked.class, F)
            .set(F.article.id, Liked::article)
            .set(F.userId, Liked::user)
            .set(F.createdAt, liked -> liked.when().atOffset(ZoneOffset.UTC));

    @Override
    public String name() {
        return "publishing";
    }

    @Override
    public void write(Writing writing) {
        int articles = writing.sizes().articles();
        writing.rows(CATEGORY_ROWS, CATEGORIES.size(), id -> id);
        writing.rows(TAGS, Words.TAGS.size(), place -> Words.TAGS.get((int) place - 1));
        writing.rows(ARTICLES, articles, id -> article(writing, id));
        writing.several(ARTICLE_TAGS, articles, id -> tags(writing, id));
        writing.rows(COMMENTS, articles, id -> comment(writing, id));
        writing.several(FAVOURITES, articles, id -> favourites(writing, id));
        writing.keysAfter("publishing.categories", CATEGORIES.size());
        writing.keysAfter("publishing.comments", articles);
        writing.blocksAfter("publishing.articles_id_seq", BLOCK, articles);
    }

    private static Category category(long id) {
        return CATEGORIES.get((int) id - 1);
    }

    private static Text article(Writing writing, long id) {
        Draw draw = writing.draw("text", id);
        String title = Words.title(draw);
        return new Text(
                id,
                Words.address(title) + "-" + id,
                title,
                Words.sentence(draw),
                Words.paragraph(draw, 4) + "\n\n" + Words.paragraph(draw, 4),
                draw.popular(writing.sizes().users()),
                status(writing, id),
                draw.any(CATEGORIES.size()),
                written(writing, id));
    }

    private static Instant written(Writing writing, long article) {
        return writing.draw("written", article).before(writing.until(), YEARS);
    }

    /** The first one is always there to be read. */
    private static ArticleStatus status(Writing writing, long article) {
        int state = article == 1 ? 0 : writing.draw("status", article).below(100);
        return state < 88 ? ArticleStatus.PUBLISHED : state < 96 ? ArticleStatus.DRAFT : ArticleStatus.ARCHIVED;
    }

    private static boolean isPublished(Writing writing, long article) {
        return status(writing, article) == ArticleStatus.PUBLISHED;
    }

    private static Stream<Tagged> tags(Writing writing, long article) {
        Draw draw = writing.draw("tags", article);
        Set<String> tags = new LinkedHashSet<>();
        for (int left = draw.between(1, MOST_TAGS); left > 0; left--) {
            tags.add(draw.of(Words.TAGS));
        }
        List<String> inOrder = tags.stream().toList();
        return LongStream.range(0, inOrder.size())
                .mapToObj(place -> new Tagged(article, inOrder.get((int) place), (int) place));
    }

    private static Said comment(Writing writing, long id) {
        Draw draw = writing.draw("comment", id);
        long article = draw.popular(writing.sizes().articles());
        while (!isPublished(writing, article)) {
            article = article % writing.sizes().articles() + 1;
        }
        Instant when = draw.within(written(writing, article), writing.until());
        return new Said(
                id, article, draw.any(writing.sizes().users()), Words.paragraph(draw, draw.between(1, 3)), when);
    }

    /** Of users that are next to each other, so that each is one. */
    private static Stream<Liked> favourites(Writing writing, long article) {
        if (!isPublished(writing, article)) {
            return Stream.empty();
        }
        Draw draw = writing.draw("favourites", article);
        long users = writing.sizes().users();
        long first = draw.any(users);
        Instant when = draw.within(written(writing, article), writing.until());
        return LongStream.range(0, Math.min(draw.below(MOST_FAVOURITES + 1), users))
                .mapToObj(next -> new Liked(article, (first + next - 1) % users + 1, when));
    }
}
