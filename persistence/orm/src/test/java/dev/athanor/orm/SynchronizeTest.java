// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static dev.athanor.sql.Sql.delete;
import static dev.athanor.sql.Sql.insert;
import static dev.athanor.sql.Sql.not;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static dev.athanor.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.press.Article;
import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.LiveVideo;
import dev.athanor.orm.press.Media;
import dev.athanor.orm.press.Payment;
import dev.athanor.orm.press.QArticle;
import dev.athanor.orm.press.QAuthor;
import dev.athanor.orm.press.QMedia;
import dev.athanor.orm.press.QPayment;
import dev.athanor.orm.press.QRating;
import dev.athanor.orm.press.Rating;
import dev.athanor.orm.press.Status;
import dev.athanor.sql.CommonTable;
import dev.athanor.sql.Condition;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SynchronizeTest extends SessionTest {
    private final QAuthor a = QAuthor.as("a");
    private final QArticle art = QArticle.as("art");

    private void withAdaAndBob(WithAuthors work) {
        sessions.transaction(session -> work.run(
                session,
                session.get(Author.class, 1L).orElseThrow(),
                session.get(Author.class, 2L).orElseThrow()));
    }

    private interface WithAuthors {
        void run(Session session, Author ada, Author bob);
    }

    @ParameterizedTest
    @EnumSource(
            value = Synchronize.class,
            names = {"FETCH", "EVALUATE"})
    void updatedEntitiesHaveTheNewValues(Synchronize how) {
        withAdaAndBob((session, ada, bob) -> {
            assertThat(session.execute(update(a).set(a.name, a.name.concat("!")).where(a.id.le(1L)), how))
                    .isEqualTo(1);
            assertThat(ada.name()).isEqualTo("Ada!");
            assertThat(bob.name()).isEqualTo("Bob");
            assertThat(session.dirty()).isEmpty();
            ada.rename("Augusta");
        });
        withAdaAndBob((session, ada, bob) -> assertThat(ada.name()).isEqualTo("Augusta"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Synchronize.class,
            names = {"FETCH", "EVALUATE"})
    void deletedEntitiesAreDeleted(Synchronize how) {
        sessions.transaction(session -> {
            Author ada = session.get(Author.class, 1L).orElseThrow();
            Author dan = session.get(Author.class, 4L).orElseThrow();
            session.execute(delete(a).where(a.name.eq("Dan"), a.mentor.isNotNull()), how);
            assertThat(session.state(dan)).isEqualTo(EntityState.DELETED);
            assertThat(session.state(ada)).isEqualTo(EntityState.PERSISTENT);
            assertThat(session.get(Author.class, 4L)).isEmpty();
        });
    }

    @Test
    void entitiesThatDoNotLearnKeepTheirValues() {
        withAdaAndBob((session, ada, bob) -> {
            session.execute(update(a).set(a.name, "x"), Synchronize.NONE);
            assertThat(ada.name()).isEqualTo("Ada");
        });
        SessionFactory.of(factory(), SessionSettings.standard().synchronize(Synchronize.NONE))
                .transaction(session -> {
                    Author ada = session.get(Author.class, 1L).orElseThrow();
                    session.execute(update(a).set(a.name, "y"));
                    assertThat(ada.name()).isEqualTo("x");
                });
    }

    @Test
    void nothingIsReadAnewWhereNoEntityIsTouched() {
        withAdaAndBob((session, ada, bob) -> {
            forgetStatements();
            session.execute(update(a).set(a.name, "x").where(a.id.gt(2L)));
            assertThat(statements()).hasSize(1);
            session.execute(update(art).set(art.title, "x"));
            assertThat(statements()).hasSize(2);
            assertThat(statements().get(1)).doesNotContain("returning");
        });
    }

    @Test
    void entitiesLearnOfStatementsThatReturnOtherValues() {
        withAdaAndBob((session, ada, bob) -> {
            assertThat(session.list(
                            update(a).set(a.name, "same").where(a.id.le(3L)).returningValue(a.version)))
                    .containsExactly(1, 1, 1);
            assertThat(ada.name()).isEqualTo("same");
            assertThat(bob.name()).isEqualTo("same");
            assertThat(session.first(update(a).set(a.name, "first").returningValue(a.name)))
                    .contains("first");
            assertThat(List.of(ada.name(), bob.name())).containsOnly("first");
        });
    }

    @Test
    void entitiesLearnOfInsertsThatUpdate() {
        withAdaAndBob((session, ada, bob) -> {
            session.execute(insert(a)
                    .set(a.id, 1L)
                    .set(a.name, "again")
                    .onConflict(a.id)
                    .doUpdate(row -> row.setExcluded(a.name)));
            assertThat(ada.name()).isEqualTo("again");
        });
    }

    @Test
    void entitiesOfHierarchiesLearn() {
        QMedia m = QMedia.as("m");
        QPayment p = QPayment.as("p");
        sessions.transaction(session -> {
            Media live = session.get(Media.class, 3L).orElseThrow();
            Payment card = session.get(Payment.class, 1L).orElseThrow();
            session.execute(update(m).set(m.name, "all"));
            session.execute(update(p).set(p.amount, BigDecimal.ONE).where(p.amount.gt(BigDecimal.TEN)));
            assertThat(live).isInstanceOf(LiveVideo.class);
            assertThat(live.name()).isEqualTo("all");
            assertThat(card.amount()).isEqualByComparingTo(BigDecimal.ONE);
        });
    }

    @Test
    void entitiesOfCompositeKeysLearn() {
        QRating r = QRating.as("r");
        sessions.transaction(session -> {
            List<Rating> ratings = session.list(select(r).orderBy(r.stars.asc()));
            session.execute(update(r).set(r.stars, 1).where(r.id.reader.eq("ann")));
            assertThat(ratings).extracting(Rating::stars).containsExactly(3, 1, 1);
        });
    }

    @Test
    void statementsThatAreCommonTablesFlushAndAreLearnedOf() {
        withAdaAndBob((session, ada, bob) -> {
            ada.rename("Augusta");
            CommonTable renamed = update(a)
                    .set(a.name, a.name.concat("!"))
                    .where(a.id.eq(1L))
                    .returning(a.name)
                    .asCommonTable("renamed");
            List<String> names = session.list(selectValue(renamed.get(a.name)).from(renamed));
            assertThat(names).containsExactly("Augusta!");
            assertThat(ada.name()).isEqualTo("Augusta!");
            assertThat(session.dirty()).isEmpty();
        });
    }

    @Test
    void whatCommonTablesDeleteIsDeleted() {
        sessions.transaction(session -> {
            Author dan = session.get(Author.class, 4L).orElseThrow();
            CommonTable gone = delete(a).where(a.id.eq(4L)).returning(a.name).asCommonTable("gone");
            session.execute(
                    update(art).set(art.title, "x").where(art.id.eq(14L)).with(gone));
            assertThat(session.state(dan)).isEqualTo(EntityState.DELETED);
        });
    }

    @Test
    void conditionsAreEvaluatedAsTheDatabaseDoes() {
        Consumer<Condition> same = condition -> sessions.transaction(session -> {
            List<Article> articles = session.list(select(art).orderBy(art.id.asc()));
            session.execute(update(art).set(art.title, "found").where(condition), Synchronize.EVALUATE);
            List<Long> evaluated = articles.stream()
                    .filter(article -> article.title().equals("found"))
                    .map(Article::id)
                    .toList();
            assertThat(evaluated)
                    .isEqualTo(session.list(
                            selectValue(art.id).where(art.title.eq("found")).orderBy(art.id.asc())));
            session.execute(update(art).set(art.title, "lost"));
        });
        same.accept(art.status.eq(Status.DRAFT));
        same.accept(art.author.id.eq(1L));
        same.accept(art.author.id.ne(1L));
        same.accept(not(art.author.id.eq(1L)));
        same.accept(art.author.isNull());
        same.accept(art.author.id.eq(1L).or(art.status.eq(Status.DRAFT)));
        same.accept(art.id.in(11L, 14L, 99L));
        same.accept(art.id.ge(12L).and(art.id.lt(14L)));
        same.accept(art.status.in(Status.DRAFT, Status.PUBLISHED).and(art.author.isNotNull()));
    }

    @Test
    void conditionsThatTheSessionDoesNotKnowAreRefusedBeforeAnythingIsWritten() {
        withAdaAndBob((session, ada, bob) -> {
            for (Condition condition :
                    List.of(a.name.like("A%"), a.name.lt("B"), a.name.upper().eq("ADA"))) {
                assertThatThrownBy(() ->
                                session.execute(update(a).set(a.name, "x").where(condition), Synchronize.EVALUATE))
                        .isInstanceOfSatisfying(OrmException.class, e -> assertThat(e.code())
                                .isEqualTo(OrmError.CONDITION_NOT_EVALUATED));
            }
            assertThat(session.exists(select(a).where(a.name.eq("x")))).isFalse();
        });
    }
}
