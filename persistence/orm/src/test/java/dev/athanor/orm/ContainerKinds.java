// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import dev.athanor.orm.market.QShelf;
import dev.athanor.orm.market.Shelf;
import dev.athanor.orm.press.Address;
import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.Exhibition;
import dev.athanor.orm.press.Gallery;
import dev.athanor.orm.press.QExhibition;
import dev.athanor.orm.press.QGallery;
import dev.athanor.orm.press.QMedia;
import dev.athanor.orm.press.QRoom;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The kinds of relations that are maps, and lists that keep their places. */
final class ContainerKinds {
    private static final QGallery G = QGallery.as("g");
    private static final QExhibition X = QExhibition.as("x");

    private ContainerKinds() {}

    static List<RelationKind<?, ?>> all() {
        return Stream.of(maps(), lists(), mapsByEntities())
                .flatMap(List::stream)
                .toList();
    }

    private static void rename(Gallery gallery) {
        gallery.rename("new");
    }

    private static void rename(Exhibition exhibition) {
        exhibition.rename(exhibition.name() + "!");
    }

    private static List<RelationKind<?, ?>> maps() {
        QGallery.Titles titles = QGallery.Titles.as("t");
        QRoom room = QRoom.as("r");
        return List.of(
                RelationKind.of(
                                "map of values",
                                G,
                                G.titles,
                                titles,
                                gallery -> Map.copyOf(gallery.titles()),
                                Map.of("en", "Pictures", "cs", "Obrazy"),
                                Map.of())
                        .changed(ContainerKinds::rename)
                        .pending((session, gallery) -> {
                            gallery.titles().put("de", "Bilder");
                            gallery.titles().remove("cs");
                        })
                        .partly(part -> part.where(titles.key.eq("cs")), Map.of("cs", "Obrazy"), Map.of()),
                RelationKind.of(
                                "map of entities",
                                G,
                                G.rooms,
                                room,
                                gallery -> gallery.rooms().keySet().stream()
                                        .sorted()
                                        .toList(),
                                List.of(101, 102),
                                "")
                        .changed(ContainerKinds::rename)
                        .pending((session, gallery) -> gallery.rooms().remove(101))
                        .partly(part -> part.where(room.number.lt(102)), List.of(101), ""));
    }

    private static List<RelationKind<?, ?>> lists() {
        QMedia media = QMedia.as("m");
        QGallery.Sites sites = QGallery.Sites.as("s");
        QShelf shelf = QShelf.as("s");
        QShelf other = QShelf.as("other");
        return List.of(
                RelationKind.of(
                                "list with places, of a hierarchy",
                                G,
                                G.media,
                                media,
                                gallery -> gallery.media().stream()
                                        .map(RelationKinds::name)
                                        .toList(),
                                List.of("reading:LiveVideo", "cover:Photo", "trailer:Video"),
                                "")
                        .changed(ContainerKinds::rename)
                        .pending((session, gallery) -> gallery.media().remove(0))
                        .partly(
                                part -> part.where(media.name.ne("cover")),
                                List.of("reading:LiveVideo", "trailer:Video"),
                                ""),
                RelationKind.of(
                                "list of objects with places",
                                G,
                                G.sites,
                                sites,
                                gallery -> gallery.sites().stream()
                                        .map(Address::city)
                                        .toList(),
                                List.of("Prague", "Brno"),
                                "")
                        .changed(ContainerKinds::rename)
                        .pending((session, gallery) -> gallery.sites().remove(0)),
                RelationKind.of(
                                "list with places, of its own kind",
                                shelf,
                                shelf.boards,
                                other,
                                one -> one.boards().stream()
                                        .map(board -> board.label().toLowerCase(Locale.ROOT))
                                        .toList(),
                                List.of("right", "left"),
                                "",
                                "")
                        .changed(one -> one.relabel(one.label().toUpperCase(Locale.ROOT)))
                        .pending((session, one) -> one.board(0, new Shelf("new")))
                        .partly(part -> part.where(other.label.eq("left")), List.of("left"), "", ""));
    }

    private static List<RelationKind<?, ?>> mapsByEntities() {
        QMedia piece = QMedia.as("m");
        QExhibition.Speeches speech = QExhibition.Speeches.as("s");
        return List.of(
                RelationKind.of(
                                "map of entities by entities",
                                X,
                                X.pieces,
                                piece,
                                exhibition -> byName(exhibition.pieces(), RelationKinds::name),
                                Map.of("Ada", "cover:Photo", "Bob", "reading:LiveVideo"),
                                Map.of())
                        .changed(ContainerKinds::rename)
                        .pending((session, exhibition) -> exhibition
                                .pieces()
                                .remove(session.get(Author.class, 1L).orElseThrow()))
                        .partly(part -> part.where(piece.name.eq("cover")), Map.of("Ada", "cover:Photo"), Map.of()),
                RelationKind.of(
                                "map of values by entities",
                                X,
                                X.speeches,
                                speech,
                                exhibition -> byName(exhibition.speeches(), text -> text),
                                Map.of("Ada", "welcome", "Cyd", "thanks"),
                                Map.of())
                        .changed(ContainerKinds::rename)
                        .pending((session, exhibition) -> exhibition
                                .speeches()
                                .put(session.get(Author.class, 2L).orElseThrow(), "listen"))
                        .partly(part -> part.where(speech.value.like("t%")), Map.of("Cyd", "thanks"), Map.of()));
    }

    private static <V> Map<String, String> byName(Map<Author, V> map, Function<? super V, String> text) {
        return map.entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().name(), entry -> text.apply(entry.getValue())));
    }
}
