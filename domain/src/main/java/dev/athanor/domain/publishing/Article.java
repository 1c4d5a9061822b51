// SPDX-License-Identifier: Apache-2.0
package dev.athanor.domain.publishing;

import dev.athanor.annotations.CreatedAt;
import dev.athanor.annotations.Hybrid;
import dev.athanor.annotations.TableIndex;
import dev.athanor.annotations.UpdatedAt;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that a user has written: a draft, then published, then archived. Who has written it is known by the key
 * alone, as users are another context's.
 */
@Entity
@Table(name = "articles", schema = "publishing")
@SequenceGenerator(name = "articles", sequenceName = "articles_id_seq", schema = "publishing", allocationSize = 50)
@TableIndex(
        name = "articles_newest",
        value = {"published_at desc", "id desc"},
        where = "status = 'PUBLISHED'")
@TableIndex(
        name = "articles_newest_of_author",
        value = {"author_id", "published_at desc", "id desc"},
        where = "status = 'PUBLISHED'")
@TableIndex(
        name = "articles_unpublished_of_author",
        value = {"author_id", "created_at desc", "id desc"},
        where = "status <> 'PUBLISHED'")
@TableIndex(name = "articles_words", value = Article.WORDS, method = "gin")
@TableIndex(name = "articles_category", value = "category_id", where = "category_id is not null")
public class Article {
    public static final int TITLE_LENGTH = 200;
    public static final int DESCRIPTION_LENGTH = 1000;
    public static final int SLUG_LENGTH = 240;

    /** What is searched for words, as the index has it: those of the title weigh most. */
    static final String WORDS = "(setweight(to_tsvector('english', title), 'A')"
            + " || setweight(to_tsvector('english', description), 'B')"
            + " || setweight(to_tsvector('english', body), 'C'))";

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "articles")
    private @Nullable Long id;

    @Column(name = "slug", nullable = false, length = SLUG_LENGTH, unique = true)
    private String slug;

    @Column(name = "title", nullable = false, length = TITLE_LENGTH)
    private String title;

    @Column(name = "description", nullable = false, length = DESCRIPTION_LENGTH)
    private String description;

    @Column(name = "body", nullable = false)
    private String body;

    @Column(name = "author_id", nullable = false, updatable = false)
    private long authorId;

    @Column(name = "status", nullable = false)
    private ArticleStatus status = ArticleStatus.DRAFT;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "category_id")
    private @Nullable Category category;

    @OneToMany(mappedBy = "article", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<ArticleTag> tags = new ArrayList<>();

    @OneToMany(mappedBy = "article")
    private Set<Favourite> favourites = new HashSet<>();

    @CreatedAt
    @Column(name = "created_at", nullable = false, updatable = false)
    private OffsetDateTime createdAt;

    @UpdatedAt
    @Column(name = "updated_at", nullable = false)
    private OffsetDateTime updatedAt;

    @Column(name = "published_at")
    private @Nullable OffsetDateTime publishedAt;

    @Version
    @Column(name = "version", nullable = false)
    private int version;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Article() {}

    /** A draft. */
    @SuppressWarnings("NullAway.Init") // sessions fill the times
    public Article(long authorId, String slug, String title, String description, String body) {
        this.authorId = authorId;
        this.slug = Objects.requireNonNull(slug, "slug");
        this.title = Objects.requireNonNull(title, "title");
        this.description = Objects.requireNonNull(description, "description");
        this.body = Objects.requireNonNull(body, "body");
    }

    // region hybrids
    /** How many users like it. */
    @Hybrid
    public int favouriteCount() {
        return favourites.size();
    }

    /** Whether the user of this key likes it. */
    @Hybrid
    public boolean isFavouriteOf(long user) {
        return favourites.stream().anyMatch(favourite -> favourite.userId() == user);
    }

    /** Whether the user of this key may read it. */
    @Hybrid
    public boolean isVisibleTo(long user) {
        return status == ArticleStatus.PUBLISHED || authorId == user;
    }
    // endregion

    /** The key; there is none before the article was written. */
    public long id() {
        return Objects.requireNonNull(id, "an article has an id once it was written");
    }

    public String slug() {
        return slug;
    }

    public String title() {
        return title;
    }

    public String description() {
        return description;
    }

    public String body() {
        return body;
    }

    /** Says it in other words, under the same address. */
    public void rewrite(String newTitle, String newDescription, String newBody) {
        title = Objects.requireNonNull(newTitle, "newTitle");
        description = Objects.requireNonNull(newDescription, "newDescription");
        body = Objects.requireNonNull(newBody, "newBody");
    }

    /** Gives it another address. */
    public void moveTo(String newSlug) {
        slug = Objects.requireNonNull(newSlug, "newSlug");
    }

    public long authorId() {
        return authorId;
    }

    public ArticleStatus status() {
        return status;
    }

    /** Shows it to everybody, from now on, unless it is shown already. */
    public void publish(OffsetDateTime now) {
        if (status != ArticleStatus.PUBLISHED) {
            status = ArticleStatus.PUBLISHED;
            publishedAt = now;
        }
    }

    /** Takes it back. */
    public void archive() {
        status = ArticleStatus.ARCHIVED;
    }

    public Optional<OffsetDateTime> publishedAt() {
        return Optional.ofNullable(publishedAt);
    }

    public Optional<Category> category() {
        return Optional.ofNullable(category);
    }

    /** Puts it under a category, or, with null, under none. */
    public void fileUnder(@Nullable Category newCategory) {
        category = newCategory;
    }

    public List<ArticleTag> tags() {
        return tags;
    }

    /** Tags it with these, in their order, and with no others. */
    public void tag(List<Tag> wanted) {
        tags.removeIf(link -> !wanted.contains(link.tag()));
        for (int position = 0; position < wanted.size(); position++) {
            tag(wanted.get(position), position);
        }
    }

    private void tag(Tag tag, int position) {
        tags.stream()
                .filter(link -> link.tag().equals(tag))
                .findFirst()
                .ifPresentOrElse(link -> link.moveTo(position), () -> tags.add(new ArticleTag(this, tag, position)));
    }

    public OffsetDateTime createdAt() {
        return createdAt;
    }

    public OffsetDateTime updatedAt() {
        return updatedAt;
    }

    public int version() {
        return version;
    }
}
