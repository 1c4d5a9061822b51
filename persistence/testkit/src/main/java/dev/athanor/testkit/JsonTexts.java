// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit;

import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** Texts of JSON: of any kind, or of the one that an attribute can be. */
final class JsonTexts extends Domain<String> {
    private static final List<String> TEXTS = List.of(
            "{}",
            "{\"a\": \"1\"}",
            "{\"a\": \"\", \"b\": \" \"}",
            "{\"name\": \"Ann\", \"rank\": \"2\"}",
            "{\"name\": \"O'Hara \\\"x\\\" \\\\ \u00DF\"}");

    private static final List<String> OBJECTS = Stream.concat(
                    TEXTS.stream(),
                    Stream.of(
                            "{\"a\": 1, \"b\": 2.50, \"c\": true, \"d\": null}",
                            "{\"a\": {\"b\": {\"c\": [1, \"2\", null]}}}"))
            .toList();

    private static final List<String> ARRAYS = List.of("[]", "[1]", "[1, 1, 2]", "[\"a\", null, {\"b\": 1}, []]");
    private static final List<String> TEXT_ARRAYS = List.of("[]", "[\"\"]", "[\"a\"]", "[\"a\", \"a\", \"\u00DF\"]");

    private static final List<String> DOCUMENTS = Stream.of(
                    OBJECTS, ARRAYS, List.of("1", "-1.50", "true", "\"\"", "\"text\"", "null"))
            .flatMap(List::stream)
            .toList();

    private final List<String> texts;

    private JsonTexts(List<String> texts) {
        super(String.class);
        this.texts = texts;
    }

    /** Those that an attribute of a type can be. */
    static JsonTexts of(Class<?> javaType, Type type) {
        if (Map.class.isAssignableFrom(javaType)) {
            return new JsonTexts(ofTexts(type, 1) ? TEXTS : OBJECTS);
        }
        if (Iterable.class.isAssignableFrom(javaType)) {
            return new JsonTexts(ofTexts(type, 0) ? TEXT_ARRAYS : ARRAYS);
        }
        return new JsonTexts(DOCUMENTS);
    }

    private static boolean ofTexts(Type type, int position) {
        return Generics.argument(type, position).filter(String.class::equals).isPresent();
    }

    @Override
    List<String> notable() {
        return texts;
    }

    @Override
    String random(Random random) {
        return texts.get(random.nextInt(texts.size()));
    }

    @Override
    Optional<String> constant(Object compared) {
        return Optional.empty();
    }

    @Override
    Optional<String> distinct(int place) {
        return Optional.of("{\"n\": \"" + place + "\"}");
    }
}
