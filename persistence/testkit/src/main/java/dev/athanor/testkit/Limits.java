// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OneToOne;
import java.lang.annotation.Annotation;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the values of an attribute have to be like, by its annotations.
 *
 * @param nullable whether there may be none
 * @param blank whether a text may have nothing but spaces
 * @param length the most characters of a text
 * @param digits how many digits a decimal has, if that is said
 * @param definition the column's type in the database's words, if they are said
 */
record Limits(boolean nullable, boolean blank, int length, Optional<Digits> digits, Optional<String> definition) {
    /** As JPA has it where nothing is said. */
    private static final int LENGTH = 255;

    private static final int LARGE = 4_000;
    private static final int MOST_DIGITS = 38;
    private static final Set<String> NEVER_NULL = Set.of("NotNull", "NotBlank", "NotEmpty", "NonNull");
    private static final Set<String> NEVER_BLANK = Set.of("NotBlank", "NotEmpty");
    private static final Pattern DECIMAL =
            Pattern.compile("(?:numeric|decimal) *\\( *(\\d+) *(?:, *(\\d+) *)?\\).*", Pattern.DOTALL);
    private static final Pattern TEXT =
            Pattern.compile("(?:var)?char(?:acter)?(?: varying)? *\\( *(\\d+) *\\).*", Pattern.DOTALL);

    /** No limits but these: a value is needed. */
    static final Limits OF_VALUES = new Limits(false, true, LENGTH, Optional.empty(), Optional.empty());

    /** Those of an attribute. */
    static Limits of(Property property, Optional<Column> override) {
        Optional<Column> column = override.or(() -> property.annotation(Column.class));
        Optional<String> definition = column.map(Column::columnDefinition).filter(text -> !text.isBlank());
        boolean blank = property.annotations().map(Limits::name).noneMatch(NEVER_BLANK::contains);
        return new Limits(
                nullable(property, column),
                blank,
                length(property, column, definition),
                Digits.of(column, definition),
                definition);
    }

    private static boolean nullable(Property property, Optional<Column> column) {
        return !property.javaType().isPrimitive()
                && column.map(Column::nullable).orElse(true)
                && property.annotation(Basic.class).map(Basic::optional).orElse(true)
                && property.annotations().map(Limits::name).noneMatch(NEVER_NULL::contains);
    }

    private static int length(Property property, Optional<Column> column, Optional<String> definition) {
        Optional<Integer> defined = definition
                .map(Limits::lower)
                .map(TEXT::matcher)
                .filter(Matcher::matches)
                .map(found -> number(found, 1));
        if (defined.isPresent()) {
            return defined.get();
        }
        boolean large = property.annotation(Lob.class).isPresent() || definition.isPresent();
        return large ? LARGE : column.map(Column::length).orElse(LENGTH);
    }

    /** Those of the keys of a map. */
    static Limits ofKey(Property property) {
        int length = property.annotation(MapKeyColumn.class)
                .map(MapKeyColumn::length)
                .orElse(LENGTH);
        return new Limits(false, true, length, Optional.empty(), Optional.empty());
    }

    /** Whether a relation may lead to nothing. */
    static boolean optional(Property property) {
        return property.annotation(ManyToOne.class).map(ManyToOne::optional).orElse(true)
                && property.annotation(OneToOne.class).map(OneToOne::optional).orElse(true)
                && property.annotation(JoinColumn.class)
                        .map(JoinColumn::nullable)
                        .orElse(true)
                && property.annotations().map(Limits::name).noneMatch(NEVER_NULL::contains);
    }

    private static String name(Annotation annotation) {
        return annotation.annotationType().getSimpleName();
    }

    private static String lower(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    private static int number(Matcher matcher, int group) {
        return matcher.group(group) == null ? 0 : Integer.parseInt(matcher.group(group));
    }

    /** The same for a value that is needed. */
    Limits required() {
        return new Limits(false, blank, length, digits, definition);
    }

    /**
     * How many digits a decimal has.
     *
     * @param precision in all
     * @param scale after the point
     */
    record Digits(int precision, int scale) {
        static Optional<Digits> of(Optional<Column> column, Optional<String> definition) {
            Optional<Digits> defined = definition
                    .map(Limits::lower)
                    .map(DECIMAL::matcher)
                    .filter(Matcher::matches)
                    .map(found -> new Digits(number(found, 1), number(found, 2)));
            return defined.or(() -> column.flatMap(Digits::said));
        }

        /** How many are before the point. */
        int whole() {
            return precision - scale;
        }

        private static Optional<Digits> said(Column column) {
            if (Stream.of(column.precision(), column.scale()).allMatch(number -> number == 0)) {
                return Optional.empty();
            }
            return Optional.of(new Digits(column.precision() == 0 ? MOST_DIGITS : column.precision(), column.scale()));
        }
    }
}
