// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static dev.athanor.orm.Load.contains;
import static dev.athanor.orm.Load.joined;
import static dev.athanor.orm.Load.noLoad;
import static dev.athanor.orm.Load.raise;
import static dev.athanor.orm.Load.raiseOnSql;
import static dev.athanor.orm.Load.selectin;
import static dev.athanor.orm.Load.subquery;
import static dev.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.press.Caption;
import dev.athanor.orm.press.Gallery;
import dev.athanor.orm.press.Media;
import dev.athanor.orm.press.QCaption;
import dev.athanor.orm.press.QGallery;
import dev.athanor.orm.press.QMedia;
import dev.athanor.orm.press.QVideo;
import dev.athanor.orm.press.Video;
import dev.athanor.sql.Select;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Relations that a class below has, of entities that are read as those of the class above. */
class LoadSubclassTest extends KindTests {
    private static final QGallery G = QGallery.as("g");
    private static final QMedia M = QMedia.as("m");
    private static final QVideo V = QVideo.as("v");
    private static final QCaption C = QCaption.as("c");

    private static Map<String, List<String>> captions(List<Gallery> galleries) {
        return galleries.stream()
                .flatMap(gallery -> gallery.media().stream())
                .filter(Video.class::isInstance)
                .map(Video.class::cast)
                .collect(Collectors.toMap(
                        Media::name,
                        video -> video.captions().stream().map(Caption::text).toList()));
    }

    static Stream<Arguments> ways() {
        return Stream.of(
                Arguments.of(
                        "by statements with keys",
                        3,
                        galleries(selectin(G.media).ofType(Video.class).then(selectin(V.captions)))),
                Arguments.of(
                        "by statements with the first as a part",
                        3,
                        galleries(subquery(G.media).ofType(Video.class).then(subquery(V.captions)))),
                Arguments.of(
                        "joined",
                        1,
                        galleries(joined(G.media).ofType(Video.class).then(joined(V.captions)))),
                Arguments.of(
                        "joined, then by keys",
                        2,
                        galleries(joined(G.media).ofType(Video.class).then(selectin(V.captions)))),
                Arguments.of(
                        "by the statement's own joins",
                        1,
                        select(G)
                                .leftJoin(G.media, M)
                                .leftJoin(C, C.video.id.eq(M.id))
                                .orderBy(G.id.asc(), C.id.asc())
                                .options(
                                        contains(G.media, M).ofType(Video.class).then(contains(V.captions, C)))));
    }

    private static Select<Gallery> galleries(Load<? super Gallery, ?> load) {
        return select(G).orderBy(G.id.asc()).options(load);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ways")
    void theyAreLoaded(String way, int read, Select<Gallery> select) {
        sessions.transaction(session -> {
            List<Gallery> galleries = session.list(select);
            assertThat(galleries).as(way).hasSize(2);
            assertThat(galleries.get(0).media()).extracting(Media::name).containsExactly("reading", "cover", "trailer");
            assertThat(captions(galleries))
                    .isEqualTo(Map.of("trailer", List.of("hello", "bye"), "reading", List.of("live")));
            assertThat(session.dirty()).isEmpty();
            session.flush();
            assertThat(statements()).hasSize(read);
        });
    }

    @Test
    void theyAreLeftEmpty() {
        sessions.transaction(session -> {
            List<Gallery> galleries =
                    session.list(galleries(selectin(G.media).ofType(Video.class).then(noLoad(V.captions))));
            assertThat(captions(galleries)).isEqualTo(Map.of("trailer", List.of(), "reading", List.of()));
            assertThat(statements()).hasSize(2);
            galleries.get(0).media().forEach(media -> media.rename(media.name() + "!"));
        });
        read(session -> assertThat(captions(session.list(galleries(selectin(G.media)))))
                .isEqualTo(Map.of("trailer!", List.of("hello", "bye"), "reading!", List.of("live"))));
    }

    @ParameterizedTest
    @MethodSource("refusing")
    void theyAreRefused(Load<? super Gallery, ?> load) {
        read(session -> {
            List<Gallery> galleries = session.list(galleries(load));
            assertThat(galleries.get(0).media()).hasSize(3);
            assertThatThrownBy(() -> captions(galleries))
                    .isInstanceOfSatisfying(
                            OrmException.class, e -> assertThat(e.code()).isEqualTo(OrmError.RELATION_NOT_LOADED))
                    .hasMessageContaining("Video.captions");
            return assertThat(statements()).hasSize(2);
        });
    }

    static Stream<Load<? super Gallery, ?>> refusing() {
        return Stream.of(
                selectin(G.media).ofType(Video.class).then(raise(Video.class)),
                selectin(G.media).ofType(Video.class).then(raise(V.captions)),
                selectin(G.media).ofType(Video.class).then(raiseOnSql(V.captions)),
                selectin(G.media).then(raise(Media.class)),
                selectin(G.media).then(raise(Object.class)));
    }

    @Test
    void aStatementRefusesThoseOfTheClassesBelow() {
        read(session -> {
            List<Media> media = session.list(select(M).orderBy(M.id.asc()).options(raise(Media.class)));
            assertThatThrownBy(() -> ((Video) media.get(2)).captions().size()).isInstanceOf(OrmException.class);
            return assertThat(statements()).hasSize(1);
        });
    }
}
