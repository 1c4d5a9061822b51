// SPDX-License-Identifier: Apache-2.0
package dev.athanor.seed;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What demo data is worded with. */
final class Words {
    static final List<String> FIRST_NAMES = List.of(
            "Ada", "Amina", "Anton", "Bela", "Carla", "David", "Elena", "Emil", "Farid", "Greta", "Hana", "Igor",
            "Ines", "Jan", "Jana", "Karel", "Lea", "Leo", "Lucie", "Marek", "Mila", "Nina", "Noor", "Oskar", "Pavel",
            "Petra", "Rosa", "Samir", "Sofia", "Tereza", "Tomas", "Vera", "Viktor", "Yuki", "Zora");
    static final List<String> LAST_NAMES = List.of(
            "Adler", "Baker", "Benes", "Carter", "Cerny", "Diaz", "Dvorak", "Fiala", "Garcia", "Haas", "Horak", "Ito",
            "Jansen", "Keller", "Kral", "Kucera", "Lang", "Maly", "Moreau", "Nemec", "Novak", "Okoye", "Petrov",
            "Pokorny", "Rossi", "Sato", "Silva", "Svoboda", "Toth", "Urban", "Vesely", "Weber", "Wolf", "Yilmaz");
    static final List<String> CITIES =
            List.of("Brno", "Graz", "Leipzig", "Lyon", "Olomouc", "Plzen", "Porto", "Prague", "Turin", "Vienna");
    static final List<String> STREETS = List.of("Bridge Street", "Hill Road", "Main Street", "Mill Lane", "Park Row");
    static final List<String> TAGS = List.of(
            "baking",
            "bees",
            "bicycles",
            "birds",
            "books",
            "bread",
            "chess",
            "clay",
            "clocks",
            "coffee",
            "compost",
            "cooking",
            "dyeing",
            "fermenting",
            "films",
            "gardening",
            "glass",
            "herbs",
            "hiking",
            "ink",
            "knitting",
            "maps",
            "music",
            "orchards",
            "paper",
            "pottery",
            "printing",
            "repair",
            "rivers",
            "sailing",
            "sewing",
            "soap",
            "stars",
            "tea",
            "theatre",
            "trains",
            "trees",
            "weaving",
            "wine",
            "wood");
    private static final List<String> OPENINGS = List.of(
            "A first look at",
            "All about",
            "How to begin with",
            "In praise of",
            "Notes on",
            "The long history of",
            "What nobody tells you about",
            "Why I gave up",
            "Why we need",
            "A year of");
    private static final List<String> ENDINGS = List.of(
            "at home",
            "by the sea",
            "for beginners",
            "for two",
            "in a small flat",
            "in autumn",
            "in spring",
            "on a budget",
            "with children",
            "without a plan");
    private static final List<String> SUBJECTS = List.of(
            "The old workshop",
            "A good teacher",
            "My neighbour",
            "The first attempt",
            "A sharp knife",
            "Every beginner",
            "The second week",
            "Patience",
            "A quiet morning",
            "The right material");
    private static final List<String> VERBS = List.of(
            "teaches", "needs", "hides", "rewards", "forgives", "explains", "changes", "asks for", "finds", "outlives");
    private static final List<String> OBJECTS = List.of(
            "more time than expected",
            "a warm place",
            "what books leave out",
            "a steady hand",
            "small mistakes",
            "three simple rules",
            "a little courage",
            "the whole family",
            "good light",
            "another try");

    private Words() {}

    static String name(Draw draw) {
        return draw.of(FIRST_NAMES) + " " + draw.of(LAST_NAMES);
    }

    static String title(Draw draw) {
        return draw.of(OPENINGS) + " " + draw.of(TAGS) + " " + draw.of(ENDINGS);
    }

    static String sentence(Draw draw) {
        return draw.of(SUBJECTS) + " " + draw.of(VERBS) + " " + draw.of(OBJECTS) + ".";
    }

    static String paragraph(Draw draw, int sentences) {
        return IntStream.range(0, sentences).mapToObj(i -> sentence(draw)).collect(Collectors.joining(" "));
    }

    /** As addresses have it: small letters with hyphens between words. */
    static String address(String title) {
        return title.toLowerCase(Locale.ROOT).replace(' ', '-');
    }
}
