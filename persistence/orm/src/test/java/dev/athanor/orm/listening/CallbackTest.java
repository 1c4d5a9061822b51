// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.listening;

import static dev.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.orm.Session;
import dev.athanor.orm.SessionFactory;
import dev.athanor.orm.SessionSettings;
import dev.athanor.orm.event.EntityEvent;
import dev.athanor.orm.event.FlushEvent;
import dev.athanor.orm.event.SessionEvent;
import dev.athanor.orm.event.TransactionEvent;
import dev.athanor.orm.nested.BlockTests;
import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.Diary;
import dev.athanor.orm.press.QDiary;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The methods that JPA calls of entities and their listeners when they are updated and deleted. */
class CallbackTest extends BlockTests {
    private static final String[] UPDATE = {"keeper", "preUpdate", "keeper", "postUpdate"};
    private static final String[] REMOVE = {"keeper", "preRemove", "keeper", "postRemove"};

    private final QDiary d = QDiary.as("d");

    @BeforeEach
    void add() {
        execute("insert into diary values (1, 1, 'first', 0, null), (2, 1, 'second', 0, 1)");
    }

    private static Diary diary(Session session, long id) {
        return session.get(Diary.class, id).orElseThrow();
    }

    /** In another transaction. */
    private String there(long id) {
        return read(session -> {
            Diary diary = diary(session, id);
            return diary.text() + " " + diary.edition() + " " + diary.version();
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsSetBeforeAnUpdateIsWrittenWithIt(boolean flushed) {
        List<String> calls = new ArrayList<>();
        List<Diary> changed = new ArrayList<>();
        sessions.transaction(session -> {
            forgetStatements();
            changed.add(diary(session, 1));
            changed.get(0).write("changed");
            if (flushed) {
                session.flush();
                calls.addAll(changed.get(0).calls());
            }
        });
        calls.addAll(changed.get(0).calls());

        assertThat(calls).containsExactly(UPDATE);
        assertThat(statements().stream().filter(sql -> sql.startsWith("UPDATE")))
                .hasSize(1);
        assertThat(there(1)).isEqualTo("changed 1 2");
    }

    @Test
    void aReadThatFlushesCalls() {
        sessions.transaction(session -> {
            Diary first = diary(session, 1);
            first.write("changed");
            assertThat(session.list(select(d).where(d.text.eq("changed").and(d.edition.eq(1)))))
                    .containsExactly(first);
            assertThat(first.calls()).containsExactly(UPDATE);
        });
        assertThat(there(1)).isEqualTo("changed 1 2");
    }

    @Test
    void eachFlushThatWritesCallsAndNoOther() {
        sessions.transaction(session -> {
            Diary first = diary(session, 1);
            Diary second = diary(session, 2);
            session.flush();
            first.write("changed");
            session.flush();
            session.flush();
            assertThat(first.calls()).containsExactly(UPDATE);
            first.write("again");
            session.flush();
            assertThat(first.calls()).containsExactly(UPDATE);
            assertThat(second.calls()).as("is not changed").isEmpty();
        });
        assertThat(there(1)).isEqualTo("again 2 3");
        assertThat(there(2)).isEqualTo("second 0 1");
    }

    @Test
    void newOnesAreNotUpdated() {
        sessions.transaction(session -> {
            Diary third = new Diary(3, "third");
            session.add(third);
            third.write("changed");
            session.flush();
            assertThat(third.calls()).containsExactly("prePersist", "postPersist");
            third.write("again");
            session.flush();
            assertThat(third.calls()).containsExactly(UPDATE);
        });
        assertThat(there(3)).isEqualTo("again 1 2");
    }

    @Test
    void whatIsDeletedIsToldBeforeAndAfter() {
        sessions.transaction(session -> {
            Diary second = diary(session, 2);
            session.delete(second);
            assertThat(second.calls()).containsExactly("keeper", "preRemove");
            session.flush();
            assertThat(second.calls()).containsExactly("keeper", "postRemove");
        });
        assertThat(isThere(Diary.class, 2L)).isFalse();
    }

    @Test
    void whatIsDeletedByACascadeIsToldToo() {
        sessions.transaction(session -> {
            Diary first = diary(session, 1);
            Diary second = first.after().get(0);
            assertThat(second.before()).isSameAs(first);
            session.delete(first);
            session.flush();
            assertThat(first.calls()).containsExactly(REMOVE);
            assertThat(second.calls()).containsExactly(REMOVE);
        });
        assertThat(isThere(Diary.class, 2L)).isFalse();
    }

    @Test
    void whatIsChangedByACascadeIsToldToo() {
        Diary sent = new Diary(1, "merged");
        Diary next = sent.continued(2, "merged, too");
        execute("update diary set version = 0");
        sessions.transaction(session -> {
            Diary first = session.merge(sent);
            Diary second = diary(session, 2);
            session.flush();
            assertThat(List.of(first, second)).allMatch(diary -> diary != sent && diary != next);
            assertThat(first.calls()).containsExactly(UPDATE);
            assertThat(second.calls()).containsExactly(UPDATE);
        });
        assertThat(List.of(there(1), there(2))).containsExactly("merged 1 1", "merged, too 1 1");
    }

    static Stream<Class<? extends SessionEvent>> moments() {
        return Stream.of(
                TransactionEvent.BeforeCommit.class, FlushEvent.BeforeFlush.class, EntityEvent.BeforeUpdate.class);
    }

    @ParameterizedTest
    @MethodSource("moments")
    void whatOnlyAListenerChangesIsToldToo(Class<? extends SessionEvent> moment) {
        List<Diary> changed = new ArrayList<>();
        SessionSettings settings =
                SessionSettings.standard().on(moment, event -> changed.forEach(diary -> diary.write("by a listener")));
        SessionFactory.of(factory(), settings).transaction(session -> {
            changed.add(diary(session, 1));
            session.get(Author.class, 1L).orElseThrow().rename("Augusta");
        });
        assertThat(changed.get(0).calls()).containsExactly(UPDATE);
        assertThat(there(1)).isEqualTo("by a listener 1 2");
    }

    @Test
    void anUpdateThatIsUndoneLeavesNoTrace() {
        sessions.transaction(session -> {
            Diary first = diary(session, 1);
            flushedAndUndone(session, inner -> first.write("undone"));
            assertThat(first.calls()).containsExactly(UPDATE);
            assertThat(first.text()).isEqualTo("first");
            assertThat(first.edition()).isZero();
            assertThat(session.dirty()).isEmpty();
            session.flush();
            assertThat(first.calls()).isEmpty();
            first.write("kept");
            session.nested(inner -> inner.flush());
            assertThat(first.calls()).containsExactly(UPDATE);
        });
        assertThat(there(1)).isEqualTo("kept 1 2");
    }

    @Test
    void aDeletionThatIsUndoneCanBeDoneAgain() {
        sessions.transaction(session -> {
            Diary first = diary(session, 1);
            Diary second = first.after().get(0);
            flushedAndUndone(session, inner -> inner.delete(first));
            assertThat(first.calls()).containsExactly(REMOVE);
            assertThat(second.calls()).containsExactly(REMOVE);
            session.flush();
            assertThat(Stream.of(first, second).flatMap(diary -> diary.calls().stream()))
                    .isEmpty();
            session.delete(diary(session, 2));
            session.flush();
            assertThat(second.calls()).containsExactly(REMOVE);
        });
        assertThat(isThere(Diary.class, 2L)).isFalse();
        assertThat(there(1)).isEqualTo("first 0 1");
    }
}
