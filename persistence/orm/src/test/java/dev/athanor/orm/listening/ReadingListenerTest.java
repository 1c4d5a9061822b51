// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.listening;

import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.athanor.orm.Session;
import dev.athanor.orm.SessionFactory;
import dev.athanor.orm.SessionSettings;
import dev.athanor.orm.SessionTest;
import dev.athanor.orm.event.EntityEvent;
import dev.athanor.orm.event.FlushEvent;
import dev.athanor.orm.event.SessionEvent;
import dev.athanor.orm.event.TransactionEvent;
import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.Diary;
import dev.athanor.orm.press.QAuthor;
import dev.athanor.orm.press.QDiary;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is told of a flush may read meanwhile: what is to be written is written once, and told once. */
class ReadingListenerTest extends SessionTest {
    private static final List<Class<? extends SessionEvent>> BEFORE =
            List.of(TransactionEvent.BeforeCommit.class, FlushEvent.BeforeFlush.class, EntityEvent.BeforeUpdate.class);
    private static final List<Class<? extends SessionEvent>> AFTER =
            List.of(EntityEvent.AfterUpdate.class, FlushEvent.AfterFlush.class);

    private final QAuthor a = QAuthor.as("a");
    private final QDiary d = QDiary.as("d");

    /** Each moment, in a flush that somebody asks for, and in that of a commit. */
    static Stream<Arguments> moments() {
        return Stream.concat(BEFORE.stream(), AFTER.stream())
                .flatMap(moment -> Stream.of(true, false).map(flushed -> arguments(moment, flushed)));
    }

    static Stream<Arguments> afterwards() {
        return AFTER.stream().flatMap(moment -> Stream.of(true, false).map(flushed -> arguments(moment, flushed)));
    }

    private static void renamed(SessionSettings settings, boolean flushed) {
        SessionFactory.of(factory(), settings).transaction(session -> {
            session.get(Author.class, 1L).orElseThrow().rename("Augusta");
            if (flushed) {
                session.flush();
            }
        });
    }

    private void writtenOnce() {
        assertThat(statements().stream().filter(sql -> sql.startsWith("UPDATE")))
                .hasSize(1);
        Author ada = read(session -> session.get(Author.class, 1L).orElseThrow());
        assertThat(ada.name()).isEqualTo("Augusta");
        assertThat(ada.version()).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("moments")
    void whatIsReadIsThereAndTheChangeIsWrittenOnce(Class<? extends SessionEvent> moment, boolean flushed) {
        List<Integer> seen = new ArrayList<>();
        Heard heard = new Heard();
        renamed(
                SessionSettings.standard()
                        .on(EntityEvent.class, heard::add)
                        .on(
                                moment,
                                event -> seen.add(
                                        event.scope().session().list(select(a)).size())),
                flushed);
        assertThat(seen).isNotEmpty().containsOnly(4);
        assertThat(heard.names()).containsExactly("BeforeUpdate", "AfterUpdate");
        writtenOnce();
    }

    @ParameterizedTest
    @MethodSource("afterwards")
    void whatIsReadAfterwardsIsAsItWasWritten(Class<? extends SessionEvent> moment, boolean flushed) {
        List<String> seen = new ArrayList<>();
        renamed(
                SessionSettings.standard().on(moment, event -> event.scope()
                        .session()
                        .oneOrNone(selectValue(a.name).where(a.id.eq(1L)))
                        .ifPresent(seen::add)),
                flushed);
        assertThat(seen).isNotEmpty().containsOnly("Augusta");
        writtenOnce();
    }

    /** As one that gives numbers, or keeps something in step. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsChangedAfterReadingIsWrittenAndToldToo(boolean flushed) {
        Heard heard = new Heard();
        renamed(
                SessionSettings.standard()
                        .on(EntityEvent.class, heard::add)
                        .on(
                                EntityEvent.BeforeUpdate.class,
                                event -> changeOther(event.scope().session())),
                flushed);
        assertThat(heard.of(EntityEvent.AfterUpdate.class))
                .extracting(EntityEvent::key)
                .containsExactlyInAnyOrder(1L, 2L);
        assertThat(this.<List<String>>read(session ->
                        session.list(selectValue(a.name).where(a.id.le(2L)).orderBy(a.id.asc()))))
                .containsExactly("Augusta", "Bob of 4");
    }

    private void changeOther(Session session) {
        long all = session.count(select(a));
        session.get(Author.class, 2L).orElseThrow().rename("Bob of " + all);
    }

    @ParameterizedTest
    @MethodSource("moments")
    void aFlushWithinAFlushIsTheSame(Class<? extends SessionEvent> moment, boolean flushed) {
        Heard heard = new Heard();
        renamed(
                SessionSettings.standard()
                        .on(EntityEvent.class, heard::add)
                        .on(moment, event -> event.scope().session().flush()),
                flushed);
        assertThat(heard.names()).containsExactly("BeforeUpdate", "AfterUpdate");
        writtenOnce();
    }

    static List<Class<? extends SessionEvent>> after() {
        return AFTER;
    }

    @ParameterizedTest
    @MethodSource("after")
    void whatIsChangedAfterwardsIsWrittenByTheNextFlush(Class<? extends SessionEvent> moment) {
        renamed(
                SessionSettings.standard()
                        .on(moment, event -> changeOther(event.scope().session())),
                true);
        assertThat(this.<String>read(
                        session -> session.get(Author.class, 2L).orElseThrow().name()))
                .isEqualTo("Bob of 4");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void callbacksOfEntitiesMayRead(boolean flushed) {
        execute("insert into diary values (1, 1, 'first', 0, null)");
        List<Long> seen = new ArrayList<>();
        sessions.transaction(session -> {
            Diary first = session.get(Diary.class, 1L).orElseThrow();
            Diary second = new Diary(2, "second");
            Stream.of(first, second).forEach(diary -> diary.beforeWriting(() -> seen.add(session.count(select(a)))));
            first.write("changed");
            session.add(second);
            if (flushed) {
                session.flush();
            }
        });
        assertThat(seen).as("of an insert, and of an update").containsExactly(4L, 4L);
        assertThat(statements().stream().filter(sql -> sql.startsWith("UPDATE") || sql.startsWith("INSERT")))
                .hasSize(2);
        assertThat(this.<List<Integer>>read(
                        session -> session.list(selectValue(d.edition).orderBy(d.id.asc()))))
                .containsExactly(1, 0);
    }
}
