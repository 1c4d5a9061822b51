// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static dev.athanor.sql.Sql.delete;
import static dev.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.athanor.orm.press.CardPayment;
import dev.athanor.orm.press.CashPayment;
import dev.athanor.orm.press.LetterNotice;
import dev.athanor.orm.press.LiveVideo;
import dev.athanor.orm.press.MailNotice;
import dev.athanor.orm.press.Media;
import dev.athanor.orm.press.Notice;
import dev.athanor.orm.press.Payment;
import dev.athanor.orm.press.PhoneNotice;
import dev.athanor.orm.press.Photo;
import dev.athanor.orm.press.QAuthor;
import dev.athanor.orm.press.QCardPayment;
import dev.athanor.orm.press.QLiveVideo;
import dev.athanor.orm.press.QMailNotice;
import dev.athanor.orm.press.QMedia;
import dev.athanor.orm.press.QNotice;
import dev.athanor.orm.press.QPayment;
import dev.athanor.orm.press.QVideo;
import dev.athanor.orm.press.Video;
import dev.athanor.sql.Discriminator;
import dev.athanor.sql.EntityTable;
import dev.athanor.sql.Kept;
import dev.athanor.sql.SqlTypes;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SessionInheritanceTest extends SessionTest {
    private final QMedia m = QMedia.as("m");
    private final QPayment p = QPayment.as("p");
    private final QNotice n = QNotice.as("n");

    /** In one statement, and no other when their attributes are read. */
    private void inOneStatement(Consumer<Session> work) {
        sessions.transaction(session -> {
            work.accept(session);
            assertThat(statements()).hasSize(1);
        });
    }

    @Test
    void joinedTablesGiveEachClass() {
        inOneStatement(session -> {
            List<Media> media = session.list(select(m).orderBy(m.id.asc()));

            assertThat(media).extracting(Object::getClass).containsExactly(Photo.class, Video.class, LiveVideo.class);
            assertThat(media.get(0)).asInstanceOf(type(Photo.class)).returns(640, Photo::pixels);
            assertThat(media.get(1)).asInstanceOf(type(Video.class)).returns(90, Video::seconds);
            assertThat(media.get(2))
                    .asInstanceOf(type(LiveVideo.class))
                    .returns("reading", Media::name)
                    .returns(3600, Video::seconds)
                    .returns(12, LiveVideo::viewers);
        });
    }

    @Test
    void aClassInTheMiddleGivesItselfAndThoseBelow() {
        QVideo v = QVideo.as("v");
        inOneStatement(session -> assertThat(
                        session.list(select(v).where(v.seconds.gt(10)).orderBy(v.id.asc())))
                .extracting(Object::getClass)
                .containsExactly(Video.class, LiveVideo.class));
    }

    @Test
    void theLowestClassGivesOnlyItself() {
        QLiveVideo v = QLiveVideo.as("v");
        inOneStatement(session -> assertThat(session.list(select(v).where(v.viewers.eq(12))))
                .extracting(LiveVideo::name, LiveVideo::seconds)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("reading", 3600)));
    }

    @Test
    void entitiesOfAllClassesAreChanged() {
        sessions.transaction(session -> {
            session.list(select(m)).forEach(media -> media.rename(media.name() + "!"));
            ((Video) session.one(select(m).where(m.id.eq(3L)))).cut(60);
        });
        sessions.transaction(session -> {
            assertThat(session.list(select(m).orderBy(m.id.asc())))
                    .extracting(Media::name)
                    .containsExactly("cover!", "trailer!", "reading!");
            assertThat(session.get(LiveVideo.class, 3L)).map(LiveVideo::seconds).contains(60);
        });
    }

    @Test
    void oneTableGivesEachClass() {
        inOneStatement(session -> {
            List<Payment> payments = session.list(select(p).orderBy(p.id.asc()));

            assertThat(payments)
                    .extracting(Object::getClass)
                    .containsExactly(CardPayment.class, CashPayment.class, CardPayment.class);
            assertThat(payments.get(0)).asInstanceOf(type(CardPayment.class)).returns("4242", CardPayment::card);
            assertThat(payments.get(1)).asInstanceOf(type(CashPayment.class)).returns("desk", CashPayment::box);
        });
    }

    @Test
    void aClassOfOneTableGivesOnlyItsRows() {
        QCardPayment c = QCardPayment.as("c");
        sessions.transaction(session -> {
            assertThat(session.list(select(c).orderBy(c.id.asc())))
                    .extracting(CardPayment::card)
                    .containsExactly("4242", "1111");
            assertThat(session.list(select(c).orderBy(c.id.desc()).limit(1)))
                    .extracting(CardPayment::card)
                    .containsExactly("1111");
            assertThat(session.count(select(c))).isEqualTo(2);
            assertThat(session.exists(select(c).where(c.id.eq(2L)))).isFalse();
        });
    }

    /** As one is that was compiled before the classes below were written. */
    private static final class Incomplete extends EntityTable<CardPayment> {
        Incomplete() {
            super(
                    CardPayment.class,
                    Kept.in("payment").told(Discriminator.in("kind").none()),
                    "c",
                    Map.of());
            made().key(made().number("id", "id", SqlTypes.BIGINT));
        }
    }

    @Test
    void sessionsKnowClassesThatATableDoesNot() {
        Incomplete c = new Incomplete();
        sessions.transaction(session -> {
            assertThat(session.list(select(c))).hasSize(2);
            assertThat(session.list(delete(c).returning(c))).hasSize(2);
        });
        assertThat(this.<Long>read(session -> session.count(select(p)))).isEqualTo(1);
    }

    @Test
    void outerJoinsWithAClassOfOneTableLoseNothing() {
        QAuthor a = QAuthor.as("a");
        QCardPayment c = QCardPayment.as("c");
        sessions.transaction(session -> assertThat(session.list(select(c)
                        .rightJoin(a, c.author.id.eq(a.id))
                        .where(a.id.in(1L, 2L))
                        .orderBy(c.id.asc())))
                .extracting(CardPayment::card)
                .containsExactly("4242", "1111"));
    }

    @Test
    void aTableForEachClassIsOneStatement() {
        inOneStatement(session -> {
            List<Notice> notices = session.list(
                    select(n).where(n.text.ne("nothing")).orderBy(n.text.desc()).limit(10));

            assertThat(notices)
                    .extracting(Object::getClass)
                    .containsExactly(LetterNotice.class, MailNotice.class, PhoneNotice.class);
            assertThat(notices.get(1))
                    .asInstanceOf(type(MailNotice.class))
                    .returns("ada@example.org", MailNotice::address)
                    .returns(2, MailNotice::attempts);
            assertThat(notices.get(2)).asInstanceOf(type(PhoneNotice.class)).returns(555L, PhoneNotice::address);
        });
    }

    @Test
    void entitiesOfTablesForEachClassAreChanged() {
        sessions.transaction(session -> session.list(select(n)).forEach(notice -> notice.reword("new")));
        assertThat(this.<List<String>>read(session ->
                        session.list(select(n)).stream().map(Notice::text).toList()))
                .containsExactly("new", "new", "new");
    }

    @Test
    void oneOfTheTablesGivesItsClass() {
        QMailNotice mail = QMailNotice.as("mail");
        inOneStatement(session -> assertThat(session.list(select(mail).where(mail.attempts.eq(2))))
                .extracting(MailNotice::text)
                .containsExactly("mailed"));
    }

    @Test
    void entitiesOfTablesForEachClassAreFoundByTheirKeys() {
        sessions.transaction(session -> {
            assertThat(session.get(Notice.class, 2L)).containsInstanceOf(PhoneNotice.class);
            assertThat(session.get(MailNotice.class, 1L))
                    .map(MailNotice::attempts)
                    .contains(2);
            assertThat(session.get(Notice.class, 9L)).isEmpty();
        });
    }
}
