// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static dev.athanor.orm.EntityFilter.LIVING;
import static dev.athanor.orm.EntityFilter.unfiltered;
import static dev.athanor.orm.Load.selectin;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.cabinet.Attachment;
import dev.athanor.orm.cabinet.Folder;
import dev.athanor.orm.cabinet.QAttachment;
import dev.athanor.orm.cabinet.QFolder;
import dev.athanor.orm.cabinet.QSheet;
import dev.athanor.orm.cabinet.Sheet;
import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.QAuthor;
import dev.athanor.sql.Rows;
import dev.athanor.sql.SqlException;
import dev.athanor.testing.PostgresTest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Entities that are deleted while their rows stay. */
@PostgresTest(scripts = {"/press.sql", "/cabinet.sql"})
class SoftDeleteTest extends SessionTest {
    private final QFolder f = QFolder.as("f");
    private final QSheet l = QSheet.as("l");
    private final QAttachment x = QAttachment.as("x");

    private List<Long> sheets() {
        return list(selectValue(l.id).orderBy(l.id.asc()));
    }

    private <R> List<R> list(Rows<R> statement) {
        return read(session -> session.list(statement));
    }

    private <E> Optional<E> get(Class<E> type, long id) {
        return read(session -> session.get(type, id));
    }

    private void delete(long folder) {
        sessions.transaction(
                session -> session.delete(session.get(Folder.class, folder).orElseThrow()));
    }

    @Test
    void whatIsDeletedIsNotSeen() {
        List<Folder> folders = list(select(f).orderBy(f.id.asc()).options(selectin(f.sheets)));

        assertThat(folders).extracting(Folder::id).containsExactly(1L, 2L);
        assertThat(folders.get(0).sheets()).extracting(Sheet::id).containsExactly(11L, 13L);
        assertThat(sheets()).containsExactly(11L, 13L, 21L, 31L);
    }

    @Test
    void relationsThatLoadByThemselvesLeadToWhatLives() {
        sessions.transaction(session -> {
            Folder bills = session.get(Folder.class, 1L).orElseThrow();
            Sheet old = session.get(Sheet.class, 31L).orElseThrow();

            assertThat(bills.sheets()).extracting(Sheet::id).containsExactly(11L, 13L);
            assertThat(old.folder()).isNull();
            assertThat(session.dirty()).isEmpty();
        });
        assertThat(list(selectValue(l.folder.id).where(l.id.eq(31L)))).containsExactly(3L);
    }

    @Test
    void deletingMarksTheRowAndWhatBelongsToIt() {
        sessions.transaction(session -> {
            Folder bills = session.get(Folder.class, 1L).orElseThrow();
            session.delete(bills);

            assertThat(bills.deletedAt()).isNotNull();
            assertThat(session.get(Folder.class, 1L)).isEmpty();
            assertThat(session.exists(select(f).where(f.id.eq(1L)))).isFalse();
        });

        assertThat(sheets()).containsExactly(21L, 31L);
        assertThat(list(selectValue(x.id).orderBy(x.id.asc()).options(unfiltered())))
                .containsExactly(111L, 112L, 211L);
        assertThat(list(selectValue(x.id))).containsExactly(211L);
        assertThat(list(select(l).where(l.id.eq(12L)).options(unfiltered(LIVING)))
                        .get(0)
                        .deletedAt())
                .hasYear(2025);
    }

    @Test
    void restoringBringsBackWhatWasDeletedTogether() {
        delete(1);
        sessions.transaction(session ->
                session.restore(session.one(select(f).where(f.id.eq(1L)).options(unfiltered(LIVING)))));

        assertThat(get(Folder.class, 1L)).isPresent();
        assertThat(sheets()).containsExactly(11L, 13L, 21L, 31L);
    }

    @Test
    void purgingLeavesNoRow() {
        sessions.transaction(
                session -> session.purge(session.get(Folder.class, 1L).orElseThrow()));

        long folders = read(session -> session.count(select(f).options(unfiltered())));
        List<Long> sheets = read(
                session -> session.list(selectValue(l.id).orderBy(l.id.asc()).options(unfiltered())));
        assertThat(folders).isEqualTo(2);
        assertThat(sheets).containsExactly(21L, 31L);
    }

    @Test
    void namesAreUniqueAmongTheLiving() {
        delete(1);
        sessions.transaction(session -> session.add(new Folder(5, "bills")));

        assertThatThrownBy(() -> sessions.transaction(session -> session.add(new Folder(6, "bills"))))
                .isInstanceOf(SqlException.class);
    }

    @Test
    void whatWasNeverWrittenIsNotMarked() {
        sessions.transaction(session -> {
            Folder fresh = new Folder(9, "fresh");
            session.add(fresh);
            session.delete(fresh);

            assertThat(fresh.deletedAt()).isNull();
        });
        long all = read(session -> session.unfiltered(Set.of(), () -> session.count(select(f))));

        assertThat(all).isEqualTo(3);
    }

    @Test
    void othersAreDeletedForGoodAndCannotBeRestored() {
        sessions.transaction(session -> {
            Author dan = session.get(Author.class, 4L).orElseThrow();
            assertThatThrownBy(() -> session.restore(dan))
                    .isInstanceOfSatisfying(
                            OrmException.class, e -> assertThat(e.code()).isEqualTo(OrmError.NOT_RESTORABLE));
            session.delete(dan);
        });

        assertThat(get(Author.class, 4L)).isEmpty();
        assertThat(list(select(QAuthor.as("a")).where(QAuthor.as("a").id.eq(4L)).options(unfiltered())))
                .isEmpty();
    }

    @Test
    void flagsAreSetAndTakenBack() {
        sessions.transaction(session -> {
            Attachment attachment = session.get(Attachment.class, 211L).orElseThrow();
            session.delete(attachment);
            assertThat(attachment.isDeleted()).isTrue();
            session.flush();
            session.restore(attachment);
            assertThat(attachment.isDeleted()).isFalse();
        });

        assertThat(get(Attachment.class, 211L)).isPresent();
    }
}
