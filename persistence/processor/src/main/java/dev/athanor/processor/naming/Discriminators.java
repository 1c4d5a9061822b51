// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor.naming;

import dev.athanor.processor.model.Kinds;
import dev.athanor.processor.reading.Hierarchy;
import dev.athanor.processor.reading.Hierarchy.Inheritance;
import dev.athanor.processor.reading.Marks;
import dev.athanor.processor.reading.Problem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** What tells the classes of a hierarchy's rows, as EclipseLink has it. */
final class Discriminators {
    private static final String DEFAULT_COLUMN = "dtype";

    private final Compilation compilation;

    Discriminators(Compilation compilation) {
        this.compilation = compilation;
    }

    /** Nothing, if rows of a class have tables of their own. */
    Optional<Kinds> of(Hierarchy hierarchy) {
        return switch (hierarchy.inheritance()) {
            case NONE -> tellsOthers(hierarchy.root()) ? Optional.of(ofRoot(hierarchy)) : Optional.empty();
            case SINGLE_TABLE -> Optional.of(ofOneBelow(hierarchy));
            case JOINED, TABLE_PER_CLASS -> Optional.empty();
        };
    }

    /** Whether there are classes below, or may be, whose rows are in the same table. */
    private boolean tellsOthers(TypeElement root) {
        Marks marks = Marks.of(root);
        boolean tablesApart = marks.jpa("Inheritance")
                .flatMap(mark -> mark.constant("strategy"))
                .filter(Inheritance.TABLE_PER_CLASS.name()::equals)
                .isPresent();
        return !tablesApart
                && !extracted(root)
                && (marks.has("Inheritance") || compilation.entities().anyBelow(root));
    }

    private Kinds ofRoot(Hierarchy hierarchy) {
        Type type = Type.of(hierarchy.root());
        return new Kinds(
                column(hierarchy.root()), type == Type.INTEGER, own(hierarchy.entity(), type), Optional.empty());
    }

    private Kinds ofOneBelow(Hierarchy hierarchy) {
        TypeElement entity = hierarchy.entity();
        if (extracted(hierarchy.root())) {
            throw new Problem(
                    entity,
                    "no column tells which rows are of " + entity.getSimpleName() + ", but a class extractor: write"
                            + " @DiscriminatorColumn instead");
        }
        Type type = Type.of(hierarchy.root());
        List<String> kinds = Stream.concat(Stream.of(entity), compilation.entities().below(entity).stream())
                .flatMap(below -> own(below, type).stream())
                .toList();
        return new Kinds(column(hierarchy.root()), type == Type.INTEGER, own(entity, type), Optional.of(kinds));
    }

    private static boolean extracted(TypeElement root) {
        return Marks.of(root).all().stream()
                .anyMatch(mark -> mark.name().equals("org.eclipse.persistence.annotations.ClassExtractor"));
    }

    private static String column(TypeElement root) {
        return Names.column(Marks.of(root).jpa("DiscriminatorColumn"), DEFAULT_COLUMN);
    }

    private static Optional<String> own(TypeElement entity, Type type) {
        if (entity.getModifiers().contains(Modifier.ABSTRACT)) {
            return Optional.empty();
        }
        Optional<String> said = Marks.of(entity).jpa("DiscriminatorValue").flatMap(mark -> mark.text("value"));
        String value = said.orElseGet(() -> Names.entity(entity));
        return Optional.of(
                switch (type) {
                    case STRING -> value;
                    case CHAR -> value.substring(0, 1);
                    case INTEGER -> number(entity, value);
                });
    }

    private static String number(TypeElement entity, String value) {
        try {
            return String.valueOf(Integer.parseInt(value.strip()));
        } catch (NumberFormatException e) {
            throw new Problem(
                    entity,
                    "a number tells which rows are of " + entity.getSimpleName() + ", and \"" + value
                            + "\" is none: write @DiscriminatorValue");
        }
    }

    /** What the column holds. */
    private enum Type {
        STRING,
        CHAR,
        INTEGER;

        static Type of(TypeElement root) {
            return Marks.of(root)
                    .jpa("DiscriminatorColumn")
                    .flatMap(mark -> mark.constant("discriminatorType"))
                    .map(Type::valueOf)
                    .orElse(STRING);
        }
    }
}
