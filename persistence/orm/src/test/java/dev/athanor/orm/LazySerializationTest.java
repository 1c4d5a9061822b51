// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static dev.athanor.orm.Load.raise;
import static dev.athanor.orm.Load.selectin;
import static dev.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.press.QStory;
import dev.athanor.orm.press.Story;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import org.junit.jupiter.api.Test;

/** Entities whose relations are not all loaded, as JSON and as bytes. */
class LazySerializationTest extends LazyTests {
    private final QStory s = QStory.as("s");

    @SuppressWarnings("try") // closing may be interrupted, says its interface
    private static String json(Object value) {
        try (Jsonb json = JsonbBuilder.create()) {
            return json.toJson(value);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void newEntitiesHaveAfterTheSessionWhatTheyWereGiven() {
        Story last = new Story(9, "Last");
        last.getWords().add("end");
        Story added = sessions.<Story, RuntimeException>transactionResult(session -> {
            session.add(last);
            return last;
        });
        assertThat(json(added)).contains("\"Last\"", "[\"end\"]", "\"after\":[]");
    }

    @Test
    void jsonOfAnEntityThatWasFoundFailsLoudly() {
        Story middle = read(session -> session.entityManager().find(Story.class, 2L));
        assertThatThrownBy(() -> json(middle))
                .hasRootCauseInstanceOf(OrmException.class)
                .rootCause()
                .hasMessageContainingAll("Story.", "2", "selectin");
    }

    @Test
    void jsonOfADetachedEntityFailsLoudly() {
        Story middle = read(session -> session.get(Story.class, 2L).orElseThrow());
        assertThatThrownBy(() -> json(middle))
                .hasRootCauseInstanceOf(OrmException.class)
                .rootCause()
                .hasMessageContainingAll("Story.", "2", "selectin");
    }

    @Test
    void jsonHasWhatWasLoaded() {
        Story end = read(session -> session.one(select(s)
                .where(s.id.eq(3L))
                .options(
                        selectin(s.words),
                        selectin(s.after),
                        selectin(s.before).then(raise(s.after), selectin(s.words), selectin(s.before)))));
        assertThat(json(end.getWords())).isEqualTo("[]");
        assertThat(json(end.getBefore().getWords())).contains("once", "upon");
    }

    private static Story copy(Story story) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream output = new ObjectOutputStream(bytes)) {
            output.writeObject(story);
        }
        try (ObjectInputStream input = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (Story) input.readObject();
        }
    }

    @Test
    void serializedEntitiesRefuse() throws Exception {
        Story copy = copy(read(session -> session.get(Story.class, 2L).orElseThrow()));
        assertThat(copy.getTitle()).isEqualTo("Middle");
        refused(copy::getBefore, "Story.before", "2", "selectin", "serialized");
        refused(() -> copy.getAfter().size(), "Story.after", "2", "selectin", "serialized");
        refused(() -> copy.getWords().size(), "Story.words", "2", "selectin", "serialized");
    }

    @Test
    void serializedEntitiesHaveWhatWasLoadedAndAreMerged() throws Exception {
        Story copy =
                copy(read(session -> session.one(select(s).where(s.id.eq(2L)).options(selectin(s.words)))));
        assertThat(copy.getWords()).containsExactlyInAnyOrder("once", "upon");
        copy.setTitle("Center");
        copy.getWords().remove("once");
        sessions.transaction(session -> session.merge(copy));
        read(session -> {
            Story story = session.get(Story.class, 2L).orElseThrow();
            assertThat(story.getTitle()).isEqualTo("Center");
            assertThat(story.getWords()).containsExactly("upon");
            assertThat(story.getBefore().getTitle()).isEqualTo("Start");
            return story;
        });
    }
}
