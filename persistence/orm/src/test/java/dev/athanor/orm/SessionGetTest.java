// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static dev.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.plain.Note;
import dev.athanor.orm.press.Article;
import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.CardPayment;
import dev.athanor.orm.press.LiveVideo;
import dev.athanor.orm.press.Media;
import dev.athanor.orm.press.Payment;
import dev.athanor.orm.press.QAuthor;
import dev.athanor.orm.press.Rating;
import dev.athanor.orm.press.RatingId;
import dev.athanor.orm.press.Tag;
import dev.athanor.orm.press.Video;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionGetTest extends SessionTest {
    @Test
    void keysGiveEntities() {
        sessions.transaction(session -> {
            assertThat(session.get(Author.class, 2L)).map(Author::name).contains("Bob");
            assertThat(session.get(Tag.class, "sql")).isPresent();
            assertThat(session.get(Author.class, 99L)).isEmpty();
        });
    }

    @Test
    void whatIsInTheSessionIsNotReadAgain() {
        sessions.transaction(session -> {
            session.list(select(QAuthor.as("a")));
            forgetStatements();

            assertThat(session.get(Author.class, 2L)).isPresent();
            assertThat(session.getAll(Author.class, List.of(1L, 2L))).hasSize(2);
            assertThat(statements()).isEmpty();
        });
    }

    @Test
    void keysOfSeveralColumnsGiveEntities() {
        sessions.transaction(session -> {
            assertThat(session.get(Rating.class, new RatingId(11, "ben")))
                    .map(Rating::stars)
                    .contains(3);
            assertThat(session.getAll(
                            Rating.class,
                            List.of(new RatingId(13, "ann"), new RatingId(13, "ben"), new RatingId(11, "ann"))))
                    .extracting(Rating::stars)
                    .containsExactly(4, 5);
            assertThat(statements()).filteredOn(sql -> sql.contains("rating")).hasSize(2);
        });
    }

    @Test
    void manyKeysAreOneStatementInTheirOrder() {
        sessions.transaction(session -> {
            session.get(Author.class, 2L);
            forgetStatements();

            assertThat(session.getAll(Author.class, List.of(3L, 99L, 2L, 1L, 3L)))
                    .extracting(Author::name)
                    .containsExactly("Cyd", "Bob", "Ada");
            assertThat(statements()).hasSize(1);
            assertThat(session.getAll(Author.class, List.of())).isEmpty();
        });
    }

    @Test
    void subclassesAreFoundAsWhatTheyAre() {
        sessions.transaction(session -> {
            assertThat(session.get(Media.class, 3L)).containsInstanceOf(LiveVideo.class);
            assertThat(session.get(Video.class, 1L)).isEmpty();
            assertThat(session.get(Payment.class, 1L)).containsInstanceOf(CardPayment.class);
            assertThat(session.get(CardPayment.class, 2L)).isEmpty();
        });
    }

    @Test
    void addedEntitiesAreFoundAndDeletedOnesAreNot() {
        sessions.transaction(session -> {
            session.add(new Author(7, "Gus"));
            assertThat(session.get(Author.class, 7L)).map(Author::name).contains("Gus");
            assertThat(statements()).isEmpty();

            session.delete(session.get(Author.class, 4L).orElseThrow());
            assertThat(session.get(Author.class, 4L)).isEmpty();
        });
    }

    @Test
    void keysOfAnotherTypeAreErrors() {
        sessions.transaction(session -> {
            assertThatThrownBy(() -> session.get(Author.class, "1"))
                    .isInstanceOfSatisfying(
                            OrmException.class, e -> assertThat(e.code()).isEqualTo(OrmError.KEY_INVALID));
            assertThatThrownBy(() -> session.get(Article.class, 1))
                    .isInstanceOfSatisfying(
                            OrmException.class, e -> assertThat(e.code()).isEqualTo(OrmError.KEY_INVALID));
        });
    }

    @Test
    void classesThatAreNoEntitiesAreErrors() {
        sessions.transaction(session -> assertThatThrownBy(() -> session.get(Note.class, 1L))
                .isInstanceOfSatisfying(
                        OrmException.class, e -> assertThat(e.code()).isEqualTo(OrmError.ENTITY_UNKNOWN))
                .hasMessageContaining(Note.class.getName()));
    }
}
