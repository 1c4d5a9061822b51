// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.press.Address;
import dev.athanor.orm.press.Article;
import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.CashPayment;
import dev.athanor.orm.press.LiveVideo;
import dev.athanor.orm.press.Media;
import dev.athanor.orm.press.Parcel;
import dev.athanor.orm.press.Payment;
import dev.athanor.orm.press.QArticle;
import dev.athanor.orm.press.QMedia;
import dev.athanor.orm.press.QParcel;
import dev.athanor.orm.press.QPayment;
import dev.athanor.orm.press.QSample;
import dev.athanor.orm.press.QTag;
import dev.athanor.orm.press.Sample;
import dev.athanor.orm.press.Tag;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Entities that are inserted in bulk. */
class BulkInsertTest extends BulkInsertTests {
    private final QArticle art = QArticle.as("art");
    private final QTag t = QTag.as("t");
    private final QParcel p = QParcel.as("p");

    @ParameterizedTest
    @ValueSource(ints = {3, 35, 125})
    void entitiesGetTheirKeysAndVersions(int count) {
        List<Article> articles = new ArrayList<>();
        written(session -> {
            Author ada = session.get(Author.class, 1L).orElseThrow();
            IntStream.range(0, count).forEach(i -> articles.add(new Article(ada, "Title " + i)));
            session.bulk().insert(articles);
            assertThat(articles).allMatch(article -> session.state(article) == EntityState.DETACHED);
            session.add(new Article(ada, "after"));
            return 0;
        });

        assertThat(articles).extracting(Article::id).doesNotHaveDuplicates().doesNotContainNull();
        assertThat(articles).extracting(Article::version).containsOnly(1);
        assertThat(this.<List<String>>read(session -> session.list(selectValue(art.title)
                        .where(art.id.in(articles.stream().map(Article::id).toList()))
                        .orderBy(art.id.asc()))))
                .hasSize(count);
        Article last = articles.get(count - 1);
        sessions.transaction(session -> {
            Article same = session.get(Article.class, last.id()).orElseThrow();
            assertThat(same.title()).isEqualTo(last.title());
            assertThat(same.author().id()).isEqualTo(1);
            assertThat(same.version()).isEqualTo(1);
            same.publish();
        });
    }

    @Test
    void theSequenceIsAskedOnceForAllBlocks() {
        List<Article> articles = IntStream.range(0, 100)
                .mapToObj(i -> new Article(null, "Title " + i))
                .toList();
        forgetStatements();
        written(session -> session.bulk().insert(articles));
        assertThat(statements())
                .filteredOn(sql -> sql.startsWith("select nextval"))
                .hasSize(1);
        assertThat(articles).extracting(Article::id).isSorted();
        written(session -> {
            session.add(new Article(null, "next"));
            return 0;
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 300})
    void keysThatTheDatabaseGivesComeInTheOrderOfTheEntities(int count) {
        List<Parcel> parcels = IntStream.range(0, count)
                .mapToObj(i -> new Parcel("parcel " + i))
                .toList();
        written(session -> session.bulk().chunksOf(70).insert(parcels));

        assertThat(parcels).extracting(Parcel::id).isSorted().doesNotHaveDuplicates();
        Map<Long, String> labels = this.<List<Parcel>>read(session -> session.list(select(p))).stream()
                .collect(Collectors.toMap(Parcel::id, Parcel::label));
        assertThat(parcels).allMatch(parcel -> parcel.label().equals(labels.get(parcel.id())));
        assertThat(parcels).allMatch(parcel -> parcel.calls().equals(List.of("prePersist", "postPersist")));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 40})
    void entitiesOfHierarchiesGoIntoAllTheirTables(int count) {
        List<Object> entities = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            entities.add(new LiveVideo(100 + i, "live " + i, 60, i));
            entities.add(new CashPayment(100 + i, new BigDecimal("1.50"), "box " + i));
        }
        written(session -> session.bulk().insert(entities));

        QMedia m = QMedia.as("m");
        QPayment pay = QPayment.as("pay");
        sessions.transaction(session -> {
            List<Media> media = session.list(select(m).where(m.id.ge(100L)).orderBy(m.id.asc()));
            assertThat(media).hasSize(count).hasOnlyElementsOfType(LiveVideo.class);
            assertThat(((LiveVideo) media.get(count - 1)).viewers()).isEqualTo(count - 1);
            assertThat(((LiveVideo) media.get(0)).seconds()).isEqualTo(60);
            List<Payment> payments = session.list(select(pay).where(pay.id.ge(100L)));
            assertThat(payments).hasSize(count).hasOnlyElementsOfType(CashPayment.class);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 40})
    void embeddedObjectsAndRelationsToOneAreWritten(int count) {
        List<Author> authors = LongStream.range(0, count)
                .mapToObj(i -> {
                    Author author = new Author(1000 + i, "Author " + i);
                    author.settle(i % 2 == 0 ? new Address("Street " + i, "City") : null);
                    return author;
                })
                .toList();
        written(session -> {
            authors.forEach(
                    author -> author.learnFrom(session.get(Author.class, 2L).orElseThrow()));
            return session.bulk().insert(authors);
        });
        sessions.transaction(session -> {
            Author last = session.get(Author.class, 1000L).orElseThrow();
            assertThat(last.home().street()).isEqualTo("Street 0");
            assertThat(last.mentor().name()).isEqualTo("Bob");
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 40})
    void valuesOfAllTypesComeBackAsTheyWere(int count) {
        QSample s = QSample.as("s");
        List<Sample> samples = IntStream.range(0, count).mapToObj(this::sample).toList();
        written(session -> session.bulk().insert(samples));
        sessions.transaction(session -> {
            Sample read = session.get(Sample.class, samples.get(0).id).orElseThrow();
            assertThat(read)
                    .usingRecursiveComparison()
                    .ignoringFieldsMatchingRegexes("_.*", "loads", "atZone", "essay")
                    .isEqualTo(samples.get(0));
            assertThat(read.essay()).isEqualTo("long");
            assertThat(read.version).isEqualTo(1);
            if (samples.get(0).atZone != null) {
                assertThat(read.atZone.toInstant())
                        .isEqualTo(samples.get(0).atZone.toInstant());
            }
            assertThat(session.count(select(s))).isEqualTo(count);
        });
    }

    private Sample sample(int i) {
        Sample sample = Sample.full(new UUID(1, i));
        sample.maybe = null;
        sample.other = null;
        return sample;
    }

    @Test
    void whatCannotBeWrittenSoIsRefused() {
        Author unknown = new Author(1000, "unknown");
        Article tagged = new Article(null, "tagged");
        tagged.keywords().add("word");
        sessions.transaction(session -> {
            Author ada = session.get(Author.class, 1L).orElseThrow();
            assertUnsupported(session, ada, "is in the session");
            assertUnsupported(session, tagged, "\"keywords\"");
            assertUnsupported(session, new Article(new Author(), "x"), "\"author\"");
            assertThatThrownBy(() -> session.bulk().insert(List.of("text")))
                    .isInstanceOfSatisfying(
                            OrmException.class, e -> assertThat(e.code()).isEqualTo(OrmError.ENTITY_UNKNOWN));
            session.bulk().insert(List.of(unknown));
        });
        assertThat(count()).isEqualTo(1);
    }

    private static void assertUnsupported(Session session, Object entity, String reason) {
        assertThatThrownBy(() -> session.bulk().insert(List.of(entity)))
                .hasMessageContaining(reason)
                .isInstanceOfSatisfying(
                        OrmException.class, e -> assertThat(e.code()).isEqualTo(OrmError.BULK_UNSUPPORTED));
    }

    @Test
    void whatIsPendingIsWrittenBefore() {
        Author mentor = new Author(2000, "Pending");
        Author pupil = new Author(2001, "Pupil");
        pupil.learnFrom(mentor);
        sessions.transaction(session -> {
            session.add(mentor);
            session.bulk().insert(List.of(pupil));
        });
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void tagsByTextKeysAreInserted() {
        written(session -> session.bulk().insert(List.of(new Tag("x"), new Tag("y"))));
        assertThat(this.<Boolean>read(session -> session.exists(select(t).where(t.name.eq("y")))))
                .isTrue();
    }
}
