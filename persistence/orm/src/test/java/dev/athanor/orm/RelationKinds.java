// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import dev.athanor.orm.press.Address;
import dev.athanor.orm.press.Article;
import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.Comment;
import dev.athanor.orm.press.Media;
import dev.athanor.orm.press.QArticle;
import dev.athanor.orm.press.QAuthor;
import dev.athanor.orm.press.QGallery;
import dev.athanor.orm.press.QPayment;
import dev.athanor.orm.press.QReply;
import dev.athanor.orm.press.QTag;
import dev.athanor.orm.press.Reply;
import dev.athanor.orm.press.Tag;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The kinds of relations that entities of the press have, and what is in the database of each. */
final class RelationKinds {
    private RelationKinds() {}

    static List<RelationKind<?, ?>> all() {
        QAuthor a = QAuthor.as("a");
        QArticle art = QArticle.as("art");
        QGallery g = QGallery.as("g");
        QTag t = QTag.as("t");
        QReply reply = QReply.as("reply");
        QPayment p = QPayment.as("p");
        Consumer<Article> retitle = article -> article.retitle(article.title() + "!");
        Consumer<Author> settle = author -> author.settle(new Address("New 1", "Oslo"));
        Consumer<Author> rename = author -> author.rename(author.name() + "!");
        return List.of(
                RelationKind.<Article, Author>of(
                                "to one",
                                art,
                                art.author,
                                article -> nameOrNone(article.author()),
                                "Ada",
                                "Ada",
                                "Bob",
                                "none")
                        .changed(retitle),
                RelationKind.of(
                                "to one of the other side",
                                a,
                                a.profile,
                                author -> author.profile() == null
                                        ? "none"
                                        : author.profile().text(),
                                "first",
                                "none",
                                "third",
                                "none")
                        .changed(rename),
                RelationKind.of(
                                "to one of its own kind",
                                a,
                                a.mentor,
                                author -> nameOrNone(author.mentor()),
                                "none",
                                "Ada",
                                "Ada",
                                "Cyd")
                        .changed(settle),
                RelationKind.of(
                                "to many of its own kind",
                                a,
                                a.pupils,
                                author -> names(author.pupils()),
                                List.of("Bob", "Cyd"),
                                "",
                                List.of("Dan"),
                                "")
                        .changed(settle),
                RelationKind.of(
                                "to many, in order",
                                a,
                                a.articles,
                                author -> author.articles().stream()
                                        .map(Article::title)
                                        .toList(),
                                List.of("Notes", "Engines"),
                                List.of("Bridges"),
                                "",
                                "")
                        .changed(rename),
                RelationKind.of(
                                "by a table between",
                                art,
                                art.tags,
                                article -> names(article.tags()),
                                List.of("java", "sql"),
                                "",
                                List.of("sql"),
                                "")
                        .changed(retitle),
                RelationKind.of(
                        "by a table between, from the other side",
                        t,
                        t.articles,
                        tag -> names(tag.articles()),
                        "",
                        List.of("Engines"),
                        List.of("Bridges", "Engines")),
                RelationKind.of(
                                "values",
                                art,
                                art.keywords,
                                article -> article.keywords().stream().sorted().toList(),
                                List.of("cards", "steam"),
                                "",
                                List.of("steel"),
                                "")
                        .changed(retitle),
                RelationKind.of(
                        "map of values",
                        g,
                        g.titles,
                        gallery -> Map.copyOf(gallery.titles()),
                        Map.of("en", "Pictures", "cs", "Obrazy"),
                        Map.of()),
                RelationKind.of(
                        "map of entities",
                        g,
                        g.rooms,
                        gallery -> gallery.rooms().keySet().stream().sorted().toList(),
                        List.of(101, 102),
                        ""),
                RelationKind.of(
                        "list with places, of a hierarchy",
                        g,
                        g.media,
                        gallery -> gallery.media().stream()
                                .map(RelationKinds::name)
                                .toList(),
                        List.of("reading:LiveVideo", "cover:Photo", "trailer:Video"),
                        ""),
                RelationKind.of(
                        "list of objects with places",
                        g,
                        g.sites,
                        gallery -> gallery.sites().stream().map(Address::city).toList(),
                        List.of("Prague", "Brno"),
                        ""),
                RelationKind.of(
                        "to one by several columns",
                        reply,
                        reply.rating,
                        one -> one.rating() == null ? "none" : one.rating().stars(),
                        5,
                        5,
                        4,
                        "none"),
                RelationKind.of(
                        "of a superclass", p, p.author, payment -> nameOrNone(payment.author()), "Ada", "Ada", "Bob"));
    }

    private static List<Object> names(Collection<?> entities) {
        return entities.stream()
                .map(RelationKinds::name)
                .sorted()
                .map(Object.class::cast)
                .toList();
    }

    private static String name(Object entity) {
        if (entity instanceof Tag tag) {
            return tag.name();
        }
        if (entity instanceof Article article) {
            return article.title();
        }
        if (entity instanceof Comment comment) {
            return comment.text();
        }
        if (entity instanceof Media media) {
            return media.name() + ":" + media.getClass().getSimpleName();
        }
        if (entity instanceof Reply reply) {
            return "" + reply.id();
        }
        return entity instanceof Author author ? author.name() : ((Address) entity).city();
    }

    private static Object nameOrNone(Object entity) {
        return entity == null ? "none" : name(entity);
    }
}
