// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static dev.athanor.orm.EntityFilter.unfiltered;
import static dev.athanor.orm.Load.joined;
import static dev.athanor.orm.Load.lazy;
import static dev.athanor.orm.Load.only;
import static dev.athanor.orm.Load.selectin;
import static dev.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.orm.press.Article;
import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.Desk;
import dev.athanor.orm.press.QArticle;
import dev.athanor.orm.press.QAuthor;
import dev.athanor.orm.press.QDesk;
import dev.athanor.orm.press.QLamp;
import dev.athanor.orm.press.QReview;
import dev.athanor.orm.press.Review;
import dev.athanor.orm.press.Status;
import dev.athanor.sql.Option;
import dev.athanor.sql.Select;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Relations that are mapped as eager lead to what filters let one see. */
@SuppressWarnings("NullAway.Init") // before each test
class EagerFilterTest extends SessionTest {
    private static final EntityFilter PUBLISHED =
            EntityFilter.of("published", QArticle::as, x -> x.status.eq(Status.PUBLISHED));
    private static final EntityFilter SENIOR = EntityFilter.of("senior", QAuthor::as, x -> x.id.lt(2L));
    private static final EntityFilter NEW = EntityFilter.of("new", QLamp::as, x -> x.kind.eq("new"));

    private SessionFactory filtered;
    private final QReview r = QReview.as("r");
    private final QDesk d = QDesk.as("d");
    private final QArticle art = QArticle.as("art");
    private final Select<Review> reviews = select(r).orderBy(r.id.asc());
    private final Select<Desk> desks = select(d).orderBy(d.id.asc());

    @BeforeEach
    void filter() {
        filtered = SessionFactory.of(factory(), SessionSettings.standard().filters(PUBLISHED, SENIOR, NEW));
    }

    private static List<String> seen(List<Review> reviews) {
        return reviews.stream()
                .map(review -> (review.article() == null
                                ? "-"
                                : review.article().title()) + ":"
                        + (review.reviewer() == null ? "-" : review.reviewer().name()))
                .toList();
    }

    @Test
    void eagerRelationsToOneLeadToWhatIsSeen() {
        execute("update article set status = 'DRAFT' where id = 11");
        filtered.transaction(session -> {
            forgetStatements();
            assertThat(seen(session.list(reviews))).containsExactly("-:-", "Bridges:Ada", "Bridges:-", "-:-");
            assertThat(statements()).as("reviews, articles, reviewers").hasSize(3);
            assertThat(session.dirty()).isEmpty();
        });
        assertThat(statements()).hasSize(3);
    }

    @Test
    void eagerRelationsOfOneEntityLeadToWhatIsSeen() {
        filtered.transaction(session -> {
            Review first = session.get(Review.class, 1L).orElseThrow();
            assertThat(seen(List.of(first))).containsExactly("Engines:-");
            assertThat(seen(session.getAll(Review.class, List.of(2L, 4L)))).containsExactly("Bridges:Ada", "Engines:-");
        });
    }

    @Test
    void eagerRelationsOfStreamsAndJoinsLeadToWhatIsSeen() {
        filtered.transaction(session -> {
            try (Stream<Review> stream = session.stream(reviews, 1)) {
                assertThat(seen(stream.toList())).containsExactly("Engines:-", "Bridges:Ada", "Bridges:-", "Engines:-");
            }
        });
        filtered.transaction(
                session -> assertThat(seen(session.list(reviews.options(joined(r.article), joined(r.reviewer)))))
                        .containsExactly("Engines:-", "Bridges:Ada", "Bridges:-", "Engines:-"));
    }

    @Test
    void eagerRelationsThatAreReadWhenTheyAreUsedLeadToWhatIsSeen() {
        filtered.transaction(session -> {
            List<Review> all = session.list(reviews.options(lazy(r.article), lazy(r.reviewer)));
            assertThat(seen(all)).containsExactly("Engines:-", "Bridges:Ada", "Bridges:-", "Engines:-");
            assertThat(session.dirty()).isEmpty();
        });
        filtered.transaction(session -> {
            List<Desk> all = session.list(desks.options(lazy(d.articles), lazy(d.lamp), lazy(d.author)));
            assertThat(all.get(0).articles()).extracting(Article::id).containsExactly(11L);
            assertThat(all.get(1).lamp()).isNull();
            assertThat(all.get(1).author()).isNull();
        });
    }

    @Test
    void aNullThatAFilterGaveIsNotWritten() {
        filtered.transaction(session -> {
            Review second = session.get(Review.class, 1L).orElseThrow();
            assertThat(second.reviewer()).isNull();
            session.list(select(r).options(ReadOption.POPULATE_EXISTING));
            assertThat(second.reviewer()).isNull();
            assertThat(session.dirty()).isEmpty();
        });
        assertThat(this.<List<String>>read(session -> seen(session.list(reviews))))
                .containsExactly("Engines:Bob", "Bridges:Ada", "Bridges:-", "Engines:Cyd");
    }

    @Test
    void anAttributeOfTheSameColumnKeepsItsValue() {
        filtered.transaction(session -> {
            Desk bobs = session.get(Desk.class, 2L).orElseThrow();
            assertThat(bobs.author()).isNull();
            assertThat(bobs.authorId()).isEqualTo(2L);
            assertThat(session.dirty()).isEmpty();
        });
    }

    @Test
    void eagerRelationsByOtherKeysLeadToWhatIsSeen() {
        filtered.transaction(session -> {
            List<Desk> all = session.list(desks);
            assertThat(all.get(0).articles()).extracting(Article::id).containsExactly(11L);
            assertThat(all.get(1).articles()).extracting(Article::id).containsExactly(13L);
            assertThat(all.get(0).lamp().id()).isEqualTo(1L);
            assertThat(all.get(1).lamp()).isNull();
            assertThat(session.dirty()).isEmpty();
        });
        this.<Object>read(session -> {
            List<Desk> all = session.list(desks);
            assertThat(all.get(0).articles()).hasSize(2);
            return assertThat(all.get(1).lamp().kind()).isEqualTo("broken");
        });
    }

    @Test
    void whatIsChangedInSuchCollectionsIsWrittenAsADifference() {
        filtered.transaction(session -> {
            Desk first = session.get(Desk.class, 1L).orElseThrow();
            first.articles().add(session.get(Article.class, 13L).orElseThrow());
        });
        List<Long> articles = read(session -> session.get(Desk.class, 1L).orElseThrow().articles().stream()
                .map(Article::id)
                .sorted()
                .toList());
        assertThat(articles).containsExactly(11L, 12L, 13L);
    }

    @Test
    void othersDoNotGetWhatWasFiltered() {
        execute("update article set status = 'DRAFT' where id = 11");
        filtered.transaction(session -> {
            Author ada = session.get(Author.class, 1L).orElseThrow();
            assertThat(session.list(desks).get(0).articles()).isEmpty();
            session.list(reviews).get(0);
            session.get(Desk.class, 2L).orElseThrow().seat(ada);
        });
        try (EntityManager entities = factory().createEntityManager()) {
            Desk second = entities.find(Desk.class, 2L);
            assertThat(second.author().name()).isEqualTo("Ada");
            assertThat(second.articles()).hasSize(2);
            assertThat(second.lamp().kind()).isEqualTo("broken");
            assertThat(entities.find(Review.class, 1L).article().title()).isEqualTo("Engines");
        }
    }

    @Test
    void whatIsThereStaysAsItWasRead() {
        filtered.transaction(session -> {
            Option<Object> all = unfiltered();
            Review first = session.list(reviews.options(all)).get(0);
            assertThat(first.reviewer().name()).isEqualTo("Bob");
            session.list(reviews);
            assertThat(first.reviewer().name()).isEqualTo("Bob");
        });
    }

    @Test
    void whatEagerRelationsLeadToIsReadAsAnyOther() {
        filtered.transaction(session -> {
            Desk first = session.get(Desk.class, 1L).orElseThrow();
            assertThat(first.articles().get(0).author().name()).isEqualTo("Ada");
            assertThat(first.articles().get(0).comments()).hasSize(2);
            List<Article> articles = session.list(select(art).options(only(art.title), selectin(art.author)));
            assertThat(articles).hasSize(2);
            assertThat(session.dirty()).isEmpty();
        });
    }
}
