// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import dev.athanor.orm.press.Address;
import dev.athanor.orm.press.Article;
import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.Caption;
import dev.athanor.orm.press.Media;
import dev.athanor.orm.press.QArticle;
import dev.athanor.orm.press.QAuthor;
import dev.athanor.orm.press.QCaption;
import dev.athanor.orm.press.QPayment;
import dev.athanor.orm.press.QProfile;
import dev.athanor.orm.press.QRating;
import dev.athanor.orm.press.QReply;
import dev.athanor.orm.press.QTag;
import dev.athanor.orm.press.QVideo;
import dev.athanor.orm.press.Rating;
import dev.athanor.orm.press.RatingId;
import dev.athanor.orm.press.Reply;
import dev.athanor.orm.press.Tag;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** The kinds of relations that entities of the press have, and what is in the database of each. */
final class RelationKinds {
    /** What is there beside the rows of the press. */
    static final String ROWS = """
            insert into caption values (1, 'hello', 2), (2, 'bye', 2), (3, 'live', 3);
            insert into exhibition values (1, 'spring'), (2, 'autumn');
            insert into exhibition_piece values (1, 1, 1), (1, 2, 3);
            insert into exhibition_speech values (1, 1, 'welcome'), (1, 3, 'thanks');
            insert into shelf values ('00000000-0000-0000-0000-000000000001', 'top', null, null),
              ('00000000-0000-0000-0000-000000000002', 'left', '00000000-0000-0000-0000-000000000001', 1),
              ('00000000-0000-0000-0000-000000000003', 'right', '00000000-0000-0000-0000-000000000001', 0);
            """;

    private static final QAuthor A = QAuthor.as("a");
    private static final QArticle ART = QArticle.as("art");
    private static final QAuthor OTHER = QAuthor.as("other");
    private static final QArticle OTHER_ART = QArticle.as("otherArt");
    private static final QTag T = QTag.as("t");
    private static final QReply REPLY = QReply.as("reply");
    private static final QRating RATING = QRating.as("rating");

    private RelationKinds() {}

    static List<RelationKind<?, ?>> all() {
        return Stream.of(toOne(), ofAuthors(), ofArticles(), ofSeveralColumns(), ofHierarchies(), ContainerKinds.all())
                .flatMap(List::stream)
                .toList();
    }

    private static void retitle(Article article) {
        article.retitle(article.title() + "!");
    }

    private static <E> E get(Session session, Class<E> type, Object key) {
        return session.get(type, key).orElseThrow();
    }

    private static List<RelationKind<?, ?>> toOne() {
        return List.of(
                RelationKind.of(
                                "to one",
                                ART,
                                ART.author,
                                OTHER,
                                article -> nameOrNone(article.author()),
                                "Ada",
                                "Ada",
                                "Bob",
                                "none")
                        .changed(RelationKinds::retitle)
                        .pending((session, article) -> article.writtenBy(get(session, Author.class, 2L))),
                RelationKind.of(
                                "to one of the other side",
                                A,
                                A.profile,
                                QProfile.as("p"),
                                author -> author.profile() == null
                                        ? "none"
                                        : author.profile().text(),
                                "first",
                                "none",
                                "third",
                                "none")
                        .changed(author -> author.rename(author.name() + "!"))
                        .pending((session, author) -> author.profile().belongTo(null)),
                RelationKind.of(
                                "to one of its own kind",
                                A,
                                A.mentor,
                                OTHER,
                                author -> nameOrNone(author.mentor()),
                                "none",
                                "Ada",
                                "Ada",
                                "Cyd")
                        .changed(author -> author.settle(new Address("New 1", "Oslo")))
                        .pending((session, author) -> author.learnFrom(get(session, Author.class, 4L))));
    }

    private static List<RelationKind<?, ?>> ofAuthors() {
        return List.of(
                RelationKind.of(
                                "to many of its own kind",
                                A,
                                A.pupils,
                                OTHER,
                                author -> names(author.pupils()),
                                List.of("Bob", "Cyd"),
                                "",
                                List.of("Dan"),
                                "")
                        .changed(author -> author.settle(new Address("New 1", "Oslo")))
                        .pending((session, author) ->
                                author.pupils().removeIf(pupil -> pupil.name().equals("Bob")))
                        .partly(part -> part.where(OTHER.name.lt("C")), List.of("Bob"), "", "", ""),
                RelationKind.of(
                                "to many, in order",
                                A,
                                A.articles,
                                ART,
                                author -> author.articles().stream()
                                        .map(Article::title)
                                        .toList(),
                                List.of("Notes", "Engines"),
                                List.of("Bridges"),
                                "",
                                "")
                        .changed(author -> author.rename(author.name() + "!"))
                        .pending((session, author) -> author.articles().remove(0))
                        .ordered(ART.title.desc())
                        .partly(part -> part.where(ART.title.lt("F")), List.of("Engines"), List.of("Bridges"), "", ""));
    }

    private static List<RelationKind<?, ?>> ofArticles() {
        QArticle.Keywords keywords = QArticle.Keywords.as("k");
        return List.of(
                RelationKind.of(
                                "by a table between",
                                ART,
                                ART.tags,
                                T,
                                article -> names(article.tags()),
                                List.of("java", "sql"),
                                "",
                                List.of("sql"),
                                "")
                        .changed(RelationKinds::retitle)
                        .pending((session, article) -> {
                            article.tags().removeIf(tag -> tag.name().equals("java"));
                            article.tags().add(get(session, Tag.class, "empty"));
                        })
                        .partly(part -> part.where(T.name.eq("java")), List.of("java"), "", "", ""),
                RelationKind.of(
                                "by a table between, from the other side",
                                T,
                                T.articles,
                                OTHER_ART,
                                tag -> names(tag.articles()),
                                "",
                                List.of("Engines"),
                                List.of("Bridges", "Engines"))
                        .changed(tag -> tag.explain("of " + tag.name()))
                        .pending((session, tag) -> tag.articles().add(get(session, Article.class, 11L)))
                        .partly(part -> part.where(OTHER_ART.title.lt("C")), "", "", List.of("Bridges")),
                RelationKind.of(
                                "values",
                                ART,
                                ART.keywords,
                                keywords,
                                article -> article.keywords().stream().sorted().toList(),
                                List.of("cards", "steam"),
                                "",
                                List.of("steel"),
                                "")
                        .changed(RelationKinds::retitle)
                        .pending((session, article) -> {
                            article.keywords().remove("steam");
                            article.keywords().add("brass");
                        })
                        .partly(
                                part -> part.where(keywords.value.like("s%")),
                                List.of("steam"),
                                "",
                                List.of("steel"),
                                ""));
    }

    private static List<RelationKind<?, ?>> ofSeveralColumns() {
        return List.of(
                RelationKind.of(
                                "to one by several columns",
                                REPLY,
                                REPLY.rating,
                                RATING,
                                reply -> reply.rating() == null
                                        ? "none"
                                        : reply.rating().stars(),
                                5,
                                5,
                                4,
                                "none")
                        .changed(reply -> reply.rewrite("new"))
                        .pending((session, reply) -> reply.answer(get(session, Rating.class, new RatingId(13, "ann")))),
                RelationKind.of(
                                "to many by several columns",
                                RATING,
                                RATING.replies,
                                REPLY,
                                rating ->
                                        rating.replies().stream().map(Reply::id).toList(),
                                List.of(1L, 2L),
                                "",
                                List.of(3L))
                        .changed(rating -> rating.rate(rating.stars() - 1))
                        .pending((session, rating) -> rating.replies().remove(0))
                        .ordered(REPLY.id.asc())
                        .partly(part -> part.where(REPLY.id.gt(1L)), List.of(2L), "", List.of(3L)));
    }

    private static List<RelationKind<?, ?>> ofHierarchies() {
        QPayment payment = QPayment.as("p");
        QVideo video = QVideo.as("v");
        QCaption caption = QCaption.as("cap");
        return List.of(
                RelationKind.of(
                                "of a superclass",
                                payment,
                                payment.author,
                                OTHER,
                                one -> nameOrNone(one.author()),
                                "Ada",
                                "Ada",
                                "Bob")
                        .changed(one -> one.correct(BigDecimal.ONE))
                        .pending((session, one) -> one.payTo(get(session, Author.class, 2L))),
                RelationKind.of(
                                "of a subclass",
                                video,
                                video.captions,
                                caption,
                                one -> one.captions().stream()
                                        .map(Caption::text)
                                        .toList(),
                                List.of("hello", "bye"),
                                List.of("live"))
                        .changed(one -> one.cut(one.seconds() - 1))
                        .pending((session, one) -> one.captions().remove(0))
                        .ordered(caption.id.asc())
                        .partly(part -> part.where(caption.text.gt("c")), List.of("hello"), List.of("live")));
    }

    private static List<Object> names(Collection<?> entities) {
        return entities.stream()
                .map(RelationKinds::name)
                .sorted()
                .map(Object.class::cast)
                .toList();
    }

    static String name(Object entity) {
        if (entity instanceof Tag tag) {
            return tag.name();
        }
        if (entity instanceof Article article) {
            return article.title();
        }
        return entity instanceof Media media
                ? media.name() + ":" + media.getClass().getSimpleName()
                : ((Author) entity).name();
    }

    private static Object nameOrNone(Object entity) {
        return entity == null ? "none" : name(entity);
    }
}
