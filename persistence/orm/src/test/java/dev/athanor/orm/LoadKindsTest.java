// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static dev.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import dev.athanor.sql.EntityTable;
import dev.athanor.sql.Loadable;
import dev.athanor.sql.Select;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each option on each kind of relation: what it gives, by how many statements, and that nothing is changed by it. */
class LoadKindsTest extends SessionTest {
    /**
     * A kind of relation.
     *
     * @param name what it is called
     * @param table whose entities have it
     * @param relation the relation
     * @param seen what is seen of it
     * @param all what is seen of it in all entities, by their keys in order
     * @param change what changes something else of an entity, if it can be changed
     */
    record Kind<S, T>(
            String name,
            EntityTable<S> table,
            Loadable<S, T, ?> relation,
            Function<S, Object> seen,
            List<Object> all,
            Consumer<S> change) {
        static <S, T> Kind<S, T> of(
                String name,
                EntityTable<S> table,
                Loadable<S, T, ?> relation,
                Function<S, Object> seen,
                Object... all) {
            return new Kind<>(
                    name, table, relation, seen, Stream.of(all).map(Kind::given).toList(), entity -> {});
        }

        Kind<S, T> changed(Consumer<S> how) {
            return new Kind<>(name, table, relation, seen, all, how);
        }

        private static Object given(Object value) {
            return value.equals("") ? List.of() : value;
        }

        Select<S> select(Load<S, ?> option) {
            return dev.athanor.sql.Sql.select(table)
                    .orderBy(((dev.athanor.sql.Expr<?>) table.key().get(0).expression()).asc())
                    .options(option);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static List<Object> names(Collection<?> entities) {
        return entities.stream()
                .map(LoadKindsTest::name)
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

    static List<Kind<?, ?>> kinds() {
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
                Kind.<Article, Author>of(
                                "to one",
                                art,
                                art.author,
                                article -> nameOrNone(article.author()),
                                "Ada",
                                "Ada",
                                "Bob",
                                "none")
                        .changed(retitle),
                Kind.of(
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
                Kind.of(
                                "to one of its own kind",
                                a,
                                a.mentor,
                                author -> nameOrNone(author.mentor()),
                                "none",
                                "Ada",
                                "Ada",
                                "Cyd")
                        .changed(settle),
                Kind.of(
                                "to many of its own kind",
                                a,
                                a.pupils,
                                author -> names(author.pupils()),
                                List.of("Bob", "Cyd"),
                                "",
                                List.of("Dan"),
                                "")
                        .changed(settle),
                Kind.of(
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
                Kind.of(
                                "by a table between",
                                art,
                                art.tags,
                                article -> names(article.tags()),
                                List.of("java", "sql"),
                                "",
                                List.of("sql"),
                                "")
                        .changed(retitle),
                Kind.of(
                        "by a table between, from the other side",
                        t,
                        t.articles,
                        tag -> names(tag.articles()),
                        "",
                        List.of("Engines"),
                        List.of("Bridges", "Engines")),
                Kind.of(
                                "values",
                                art,
                                art.keywords,
                                article -> article.keywords().stream().sorted().toList(),
                                List.of("cards", "steam"),
                                "",
                                List.of("steel"),
                                "")
                        .changed(retitle),
                Kind.of(
                        "map of values",
                        g,
                        g.titles,
                        gallery -> Map.copyOf(gallery.titles()),
                        Map.of("en", "Pictures", "cs", "Obrazy"),
                        Map.of()),
                Kind.of(
                        "map of entities",
                        g,
                        g.rooms,
                        gallery -> gallery.rooms().keySet().stream().sorted().toList(),
                        List.of(101, 102),
                        ""),
                Kind.of(
                        "list with places, of a hierarchy",
                        g,
                        g.media,
                        gallery -> gallery.media().stream()
                                .map(LoadKindsTest::name)
                                .toList(),
                        List.of("reading:LiveVideo", "cover:Photo", "trailer:Video"),
                        ""),
                Kind.of(
                        "list of objects with places",
                        g,
                        g.sites,
                        gallery -> gallery.sites().stream().map(Address::city).toList(),
                        List.of("Prague", "Brno"),
                        ""),
                Kind.of(
                        "to one by several columns",
                        reply,
                        reply.rating,
                        one -> one.rating() == null ? "none" : one.rating().stars(),
                        5,
                        5,
                        4,
                        "none"),
                Kind.of("of a superclass", p, p.author, payment -> nameOrNone(payment.author()), "Ada", "Ada", "Bob"));
    }

    static Stream<Arguments> loading() {
        return kinds().stream().flatMap(kind -> loads(kind).map(load -> Arguments.of(kind, load)));
    }

    private static <S, T> Stream<Load<S, T>> loads(Kind<S, T> kind) {
        return Stream.of(Load.selectin(kind.relation()), Load.subquery(kind.relation()), Load.joined(kind.relation()));
    }

    private static int statementsOf(Load<?, ?> load) {
        return load.strategy() == Load.Strategy.JOINED ? 1 : 2;
    }

    /** A mentor is there already. */
    private static int statementsOf(Kind<?, ?> kind, Load<?, ?> load) {
        return kind.relation().attribute().equals("mentor") ? 1 : statementsOf(load);
    }

    @ParameterizedTest(name = "{1} {0}")
    @MethodSource("loading")
    <S> void relationsAreLoaded(Kind<S, ?> kind, Load<S, ?> load) {
        sessions.transaction(session -> {
            List<S> found = session.list(kind.select(load));
            int read = statementsOf(kind, load);
            assertThat(statements()).as("statements that read").hasSize(read);
            assertThat(found).extracting(kind.seen()).isEqualTo(kind.all());
            assertThat(session.dirty()).isEmpty();
            found.stream()
                    .filter(Reply.class::isInstance)
                    .map(one -> ((Reply) one).rating())
                    .filter(Objects::nonNull)
                    .forEach(session::expunge); // derived keys
            session.flush();
            assertThat(statements()).as("statements after use").hasSize(read);
        });
    }

    @ParameterizedTest(name = "{1} {0}")
    @MethodSource("loading")
    <S> void pagesAreLoadedAsAll(Kind<S, ?> kind, Load<S, ?> load) {
        read(session -> {
            List<S> found = session.list(kind.select(load).limit(2).offset(1));
            assertThat(found)
                    .extracting(kind.seen())
                    .isEqualTo(kind.all().subList(1, Math.min(3, kind.all().size())));
            assertThat(statements()).hasSizeLessThanOrEqualTo(statementsOf(load));
            return session.list(kind.select(load).distinct());
        });
    }

    @ParameterizedTest(name = "{1} {0}")
    @MethodSource("loading")
    <S> void oneEntityIsLoadedWhole(Kind<S, ?> kind, Load<S, ?> load) {
        read(session -> {
            S first = session.first(kind.select(load)).orElseThrow();
            assertThat(kind.seen().apply(first)).isEqualTo(kind.all().get(0));
            return first;
        });
    }

    @ParameterizedTest(name = "{1} {0}")
    @MethodSource("loading")
    <S> void changedEntitiesStayChanged(Kind<S, ?> kind, Load<S, ?> load) {
        sessions.transaction(session -> {
            S first = session.first(select(kind.table())
                            .orderBy(((dev.athanor.sql.Expr<?>)
                                            kind.table().key().get(0).expression())
                                    .asc()))
                    .orElseThrow();
            kind.change().accept(first);
            boolean modified = session.isModified(first);
            session.noAutoflush(() -> session.list(kind.select(load)));
            assertThat(session.isModified(first)).isEqualTo(modified);
            assertThat(kind.seen().apply(first)).isEqualTo(kind.all().get(0));
        });
    }

    @ParameterizedTest
    @MethodSource("kinds")
    <S, T> void relationsAreLeftEmptyAndStayInTheDatabase(Kind<S, T> kind) {
        sessions.transaction(session -> {
            List<S> found = session.list(kind.select(Load.noLoad(kind.relation())));
            for (S entity : found) {
                assertThat(kind.seen().apply(entity)).isIn("none", List.of(), Map.of());
            }
            assertThat(session.dirty()).isEmpty();
            session.flush();
            assertThat(statements()).hasSize(1);
            found.forEach(kind.change());
        });
        whatIsThereIsAsItWas(kind);
    }

    /** To a new unit of work, which may look into the shared cache, too. */
    private <S, T> void whatIsThereIsAsItWas(Kind<S, T> kind) {
        sessions.transaction(session -> {
            List<S> found = session.list(kind.select(Load.selectin(kind.relation())));
            assertThat(found).extracting(kind.seen()).isEqualTo(kind.all());
            assertThat(session.dirty()).isEmpty();
        });
        try (var entities = factory().createEntityManager()) {
            var query = entities.createQuery(
                    "select e from " + kind.table().entityType().getSimpleName() + " e",
                    kind.table().entityType());
            List<Object> seen = query.getResultList().stream().map(kind.seen()).toList();
            assertThat(seen).containsExactlyInAnyOrderElementsOf(kind.all());
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    <S, T> void relationsAreRefused(Kind<S, T> kind) {
        sessions.transaction(session -> {
            List<S> found = session.list(kind.select(Load.raise(kind.relation())));
            assertThatThrownBy(() -> found.stream().map(kind.seen()).toList())
                    .isInstanceOfSatisfying(
                            OrmException.class, e -> assertThat(e.code()).isEqualTo(OrmError.RELATION_NOT_LOADED))
                    .hasMessageContaining(kind.relation().attribute());
            assertThat(session.dirty()).isEmpty();
            found.forEach(kind.change());
            found.forEach(entity -> {
                if (entity instanceof Reply) {
                    session.expunge(entity);
                }
            });
        });
        whatIsThereIsAsItWas(kind);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    <S, T> void refusedRelationsLoadAgainWhenTheyAreAllowedTo(Kind<S, T> kind) {
        read(session -> {
            session.list(kind.select(Load.raise(kind.relation())));
            List<S> found = session.list(kind.select(Load.lazy(kind.relation())));
            assertThat(found).extracting(kind.seen()).isEqualTo(kind.all());
            return found;
        });
    }

    @ParameterizedTest
    @MethodSource("kinds")
    <S, T> void whatWasLeftEmptyIsLoadedByAnotherStatement(Kind<S, T> kind) {
        read(session -> {
            session.list(kind.select(Load.noLoad(kind.relation())));
            List<S> found = session.list(kind.select(Load.selectin(kind.relation())));
            assertThat(found).extracting(kind.seen()).isEqualTo(kind.all());
            return found;
        });
    }

    @ParameterizedTest
    @MethodSource("kinds")
    <S, T> void relationsAreRefusedIfTheyNeedStatements(Kind<S, T> kind) {
        read(session -> {
            session.list(kind.select(Load.raiseOnSql(kind.relation()))).forEach(entity -> {
                try {
                    assertThat(kind.seen().apply(entity)).isNotNull();
                } catch (OrmException e) {
                    assertThat(e.code()).isEqualTo(OrmError.RELATION_NOT_LOADED);
                }
            });
            assertThat(statements()).hasSize(1);
            return session;
        });
    }
}
