// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.bulk.BulkResult;
import dev.athanor.orm.bulk.BulkReturned;
import dev.athanor.orm.bulk.RowFailure;
import dev.athanor.orm.bulk.RowMapping;
import dev.athanor.orm.press.Address;
import dev.athanor.orm.press.Article;
import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.CashPayment;
import dev.athanor.orm.press.LiveVideo;
import dev.athanor.orm.press.Media;
import dev.athanor.orm.press.Parcel;
import dev.athanor.orm.press.Payment;
import dev.athanor.orm.press.QArticle;
import dev.athanor.orm.press.QAuthor;
import dev.athanor.orm.press.QMedia;
import dev.athanor.orm.press.QParcel;
import dev.athanor.orm.press.QPayment;
import dev.athanor.orm.press.QSample;
import dev.athanor.orm.press.QTag;
import dev.athanor.orm.press.Sample;
import dev.athanor.orm.press.Tag;
import dev.athanor.sql.Column;
import dev.athanor.sql.Sql;
import dev.athanor.sql.SqlException;
import dev.athanor.sql.SqlTypes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BulkInsertTest extends SessionTest {
    private final QAuthor a = QAuthor.as("a");
    private final QArticle art = QArticle.as("art");
    private final QTag t = QTag.as("t");
    private final QParcel p = QParcel.as("p");

    private record Line(long id, String name) {}

    private final RowMapping<Line> lines = RowMapping.of(Line.class, a)
            .set(a.id, Line::id)
            .set(a.name, Line::name)
            .set(a.version, line -> 7);

    private static List<Line> lines(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Line(1000 + i, "Author " + i))
                .toList();
    }

    private <T> T written(Function<Session, T> work) {
        return sessions.<T, RuntimeException>transactionResult(work::apply);
    }

    private List<String> names() {
        return read(session ->
                session.list(selectValue(a.name).where(a.id.ge(1000L)).orderBy(a.id.asc())));
    }

    private long count() {
        return this.<Long>read(session -> session.count(select(a).where(a.id.ge(1000L))));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 31, 32, 500})
    void recordsBecomeRows(int count) {
        BulkResult result = written(session -> session.bulk().insert(lines, lines(count)));

        assertThat(result).isEqualTo(new BulkResult(count, List.of(), List.of()));
        assertThat(names())
                .containsExactlyElementsOf(lines(count).stream().map(Line::name).toList());
    }

    @Test
    void manyRowsAreCopiedWhereNothingIsGivenOfThem() {
        forgetStatements();
        written(session -> session.bulk().insert(lines, lines(5000)));
        assertThat(statements()).noneMatch(sql -> sql.startsWith("insert"));

        written(session -> session.bulk()
                .insertReturning(t.name, RowMapping.of(Line.class, t).set(t.name, Line::name), lines(5000)));
        assertThat(statements()).filteredOn(sql -> sql.startsWith("insert")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 100})
    void signsComeAsTheyAre(int count) {
        String hostile =
                "tab\t line\n return\r back\\slash \\N \\. {\"quoted\",'x'} ; drop table author -- žluť 😀 \b\f\u000b";
        Line line = new Line(1000, hostile);
        List<Line> rows = new ArrayList<>(List.of(line, new Line(1001, "NULL"), new Line(1002, "")));
        rows.addAll(lines(count).subList(0, count - 1).stream()
                .map(other -> new Line(other.id() + 10_000, other.name()))
                .toList());
        forgetStatements();
        written(session -> session.bulk().insert(lines, rows));
        assertThat(statements()).filteredOn(sql -> sql.startsWith("insert")).hasSize(count == 2 ? 1 : 0);
        assertThat(names()).startsWith(hostile, "NULL", "");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 40})
    void mapsBecomeRowsWithDefaultsForWhatTheyLack(int count) {
        List<Map<Column<?>, ?>> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(Map.of(a.id, 1000L + 2L * i, a.name, "with", a.version, 5));
            rows.add(Map.of(a.id, 1001L + 2L * i, a.name, "without"));
        }
        written(session -> session.bulk().insert(a, rows));

        assertThat(this.<List<Integer>>read(session -> session.list(
                        selectValue(a.version).where(a.id.ge(1000L)).orderBy(a.id.asc()))))
                .containsExactlyElementsOf(Collections.nCopies(count, List.of(5, 1)).stream()
                        .flatMap(List::stream)
                        .toList());
    }

    @Test
    void valuesOfMapsFitTheirColumns() {
        assertThatThrownBy(() -> written(session -> session.bulk().insert(a, List.of(Map.of(a.id, "1")))))
                .hasMessageContaining("\"id\"")
                .hasMessageContaining("java.lang.Long");
        assertThatThrownBy(() -> written(session -> session.bulk().insert(a, List.of(Map.of(t.name, "x")))))
                .hasMessageContaining("not a column of \"a\"");
    }

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

    @Test
    void valuesComeInTheOrderOfTheRowsWhateverTheDatabaseComputes() {
        execute("create function scrambled() returns trigger language plpgsql as"
                + " 'begin new.label = md5(new.label); return new; end'");
        execute("create trigger scramble before insert on parcel for each row execute function scrambled()");
        List<String> given = new ArrayList<>(
                IntStream.range(0, 20_000).mapToObj(Integer::toString).toList());
        Collections.shuffle(given, new Random(42));

        BulkReturned<String> labels = written(session -> session.bulk()
                .chunksOf(7_000)
                .insertReturning(p.label, RowMapping.of(String.class, p).set(p.label, s -> s), given));

        List<String> hashes = this.<List<String>>read(
                session -> session.list(selectValue(p.label).orderBy(p.id.asc())));
        assertThat(labels.values()).isEqualTo(hashes);
        assertThat(labels.values().get(17)).isEqualTo(md5(given.get(17)));
        assertThat(labels.values().get(19_999)).isEqualTo(md5(given.get(19_999)));
    }

    private String md5(String text) {
        return this.<String>read(session -> session.one(selectValue(Sql.text(SqlTypes.TEXT, "md5({})", text))));
    }

    @Test
    void rowsThatATriggerKeepsOutAreNoticed() {
        execute("create function kept_out() returns trigger language plpgsql as 'begin return null; end'");
        execute("create trigger keep before insert on parcel for each row when (new.label = 'b') execute function"
                + " kept_out()");
        RowMapping<String> mapping = RowMapping.of(String.class, p).set(p.label, s -> s);

        assertThatThrownBy(() -> written(session -> session.bulk().insertReturning(p.id, mapping, List.of("a", "b"))))
                .isInstanceOfSatisfying(
                        OrmException.class, e -> assertThat(e.code()).isEqualTo(OrmError.BULK_UNSUPPORTED));
        written(session -> session.bulk().insert(mapping, List.of("a", "b")));
        assertThat(this.<Long>read(session -> session.count(select(p)))).isEqualTo(1);
    }

    @Test
    void insertedRowsComeBackAsEntities() {
        sessions.transaction(session -> {
            BulkReturned<Author> authors = session.bulk().insertReturning(a, lines, lines(50));
            assertThat(authors.values())
                    .extracting(Author::name)
                    .containsExactlyElementsOf(
                            lines(50).stream().map(Line::name).toList());
            assertThat(authors.values()).allMatch(session::contains);
            authors.values().get(3).rename("changed");
        });
        assertThat(names().get(3)).isEqualTo("changed");
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

    private static List<Line> withTwins(int count, int... twins) {
        List<Line> rows = new ArrayList<>(lines(count));
        for (int twin : twins) {
            rows.set(twin, new Line(1, "twin"));
        }
        return rows;
    }

    @Test
    void aRefusedRowIsNamedAndNoneIsWritten() {
        sessions.transaction(session -> {
            assertThatThrownBy(() -> session.bulk().chunksOf(100).insert(lines, withTwins(450, 333)))
                    .hasMessageContaining("the row at 333")
                    .isInstanceOfSatisfying(
                            OrmException.class, e -> assertThat(e.code()).isEqualTo(OrmError.ROW_REFUSED));
            assertThat(session.count(select(a).where(a.id.ge(1000L)))).isZero();
            session.bulk().insert(lines, lines(3));
        });
        assertThat(count()).isEqualTo(3);
    }

    @Test
    void refusedRowsAreReportedWhileTheOthersGoIn() {
        int[] twins = {0, 99, 100, 257, 449};
        BulkResult result = written(
                session -> session.bulk().chunksOf(100).reportingFailures().insert(lines, withTwins(450, twins)));

        assertThat(result.rows()).isEqualTo(445);
        assertThat(result.failures()).extracting(RowFailure::index).containsExactly(0L, 99L, 100L, 257L, 449L);
        assertThat(result.failures())
                .allMatch(failure -> failure.cause().sqlState().orElseThrow().equals("23505"));
        assertThat(count()).isEqualTo(445);
    }

    @Test
    void rowsWithoutWhatTheyReferToAreReported() {
        record Pupil(long id, long mentor) {}
        RowMapping<Pupil> pupils = RowMapping.of(Pupil.class, a)
                .set(a.id, Pupil::id)
                .set(a.mentor.id, Pupil::mentor)
                .set(a.name, pupil -> "pupil")
                .set(a.version, pupil -> 1);
        List<Pupil> rows = IntStream.range(0, 100)
                .mapToObj(i -> new Pupil(1000 + i, i == 42 ? 777 : 1))
                .toList();
        BulkResult result =
                written(session -> session.bulk().reportingFailures().insert(pupils, rows));
        assertThat(result.failures()).extracting(RowFailure::index).containsExactly(42L);
    }

    @Test
    void failedEntitiesAreReportedAndTheOthersKeepTheirKeys() {
        List<Parcel> parcels = IntStream.range(0, 100)
                .mapToObj(i -> new Parcel(i == 13 ? null : "parcel " + i))
                .toList();
        BulkResult result =
                written(session -> session.bulk().reportingFailures().insert(parcels));

        assertThat(result.failures()).extracting(RowFailure::index).containsExactly(13L);
        List<Parcel> there = read(session -> session.list(select(p).orderBy(p.id.asc())));
        assertThat(there).hasSize(99);
        assertThat(there)
                .extracting(Parcel::label)
                .containsExactlyElementsOf(parcels.stream()
                        .map(Parcel::label)
                        .filter(label -> label != null)
                        .toList());
        assertThat(there)
                .extracting(Parcel::id)
                .containsExactlyElementsOf(parcels.stream()
                        .filter(parcel -> parcel.label() != null)
                        .map(Parcel::id)
                        .toList());
    }

    @Test
    void errorsThatAreNotOfRowsAreWhatTheyAre() {
        execute("drop table author cascade");
        assertThatThrownBy(() -> written(session -> session.bulk().insert(lines, lines(100))))
                .isInstanceOf(SqlException.class);
    }

    @Test
    void progressIsToldAfterEachChunk() {
        List<Long> told = new ArrayList<>();
        Stream<Line> stream = lines(25).stream();
        written(session -> session.bulk().chunksOf(10).onProgress(told::add).insert(lines, stream));
        assertThat(told).containsExactly(10L, 20L, 25L);
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
    void rowsAreWrittenInTheTransaction() {
        assertThatThrownBy(() -> sessions.transaction(session -> {
                    session.bulk().insert(lines, lines(100));
                    throw new IllegalStateException("undone");
                }))
                .hasMessage("undone");
        assertThat(count()).isZero();
        try (var entities = factory().createEntityManager()) {
            assertThatThrownBy(() -> Session.of(entities).bulk().insert(lines, lines(1)))
                    .isInstanceOfSatisfying(
                            OrmException.class, e -> assertThat(e.code()).isEqualTo(OrmError.TRANSACTION_NEEDED));
        }
    }

    @Test
    void tablesWithPoliciesForRowsAreNotCopiedInto() {
        execute("alter table author enable row level security");
        forgetStatements();
        written(session -> session.bulk().insert(lines, lines(100)));
        assertThat(statements()).anyMatch(sql -> sql.startsWith("insert"));
        assertThat(count()).isEqualTo(100);
    }

    @Test
    void tagsByTextKeysAreInserted() {
        written(session -> session.bulk().insert(List.of(new Tag("x"), new Tag("y"))));
        assertThat(this.<Boolean>read(session -> session.exists(select(t).where(t.name.eq("y")))))
                .isTrue();
    }
}
