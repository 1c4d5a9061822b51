// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.view;

import static dev.athanor.orm.Load.defer;
import static dev.athanor.orm.Load.only;

import dev.athanor.orm.Load;
import dev.athanor.sql.Column;
import dev.athanor.sql.Loadable;
import dev.athanor.sql.Option;
import dev.athanor.sql.ToOne;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of an entity is shown: some attributes, and some relations with what of those is. Only this is read. Grows while
 * a request is understood; for one thread until then.
 */
final class Selection<E> {
    private static final int DEEPEST = 5;

    private final View<E> view;
    private final Set<String> names = new LinkedHashSet<>();
    private final Map<String, Part<E, ?>> parts = new LinkedHashMap<>();
    private boolean isWhole;

    Selection(View<E> view) {
        this.view = view;
        this.isWhole = view.isUndivided();
    }

    /** Adds a relation, and those on the way to it; each is a statement, and trees have no end. */
    void include(String path, Problems problems) {
        if (path.chars().filter(sign -> sign == '.').count() >= DEEPEST) {
            problems.add("include", "\"" + path + "\" has more than " + DEEPEST + " steps");
        } else {
            include(path, path, problems);
        }
    }

    private void include(String path, String whole, Problems problems) {
        int dot = path.indexOf('.');
        String first = dot < 0 ? path : path.substring(0, dot);
        view.link(first)
                .ifPresentOrElse(
                        link -> {
                            Part<E, ?> part = parts.computeIfAbsent(first, name -> Part.of(link));
                            if (dot >= 0) {
                                part.selection().include(path.substring(dot + 1), whole, problems);
                            }
                        },
                        () -> problems.unknown("include", whole, view.linkNames()));
    }

    /** Shows no other attributes than this, and those said otherwise. */
    void restrict(String path, String whole, Problems problems) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            view.attribute(path)
                    .ifPresentOrElse(
                            attribute -> names.add(attribute.name()),
                            () -> problems.unknown("fields", whole, view.attributeNames()));
            return;
        }
        Part<E, ?> part = parts.get(path.substring(0, dot));
        if (part == null) {
            problems.add("fields", "\"" + whole + "\" is of a relation that is not included");
        } else {
            part.selection().restrict(path.substring(dot + 1), whole, problems);
        }
    }

    /** Whether no relation is shown with it. */
    boolean isAlone() {
        return parts.isEmpty();
    }

    List<Option<? super E>> options() {
        List<Option<? super E>> options = new ArrayList<>();
        if (!names.isEmpty() && !isWhole) {
            options.add(only(read()));
        } else if (!view.large().isEmpty()) {
            options.add(defer(view.large().toArray(Column<?>[]::new)));
        }
        gathered().forEach(relation -> options.add(load(relation)));
        parts.values().forEach(part -> options.add(part.load()));
        return options;
    }

    /** One statement for all, or none where there is one of them. */
    private static <E> Load<E, ?> load(Loadable<E, ?, ?> relation) {
        return relation instanceof ToOne ? Load.joined(relation) : Load.selectin(relation);
    }

    private Column<?>[] read() {
        return shown().stream()
                .flatMap(attribute -> attribute.columns().stream())
                .distinct()
                .toArray(Column<?>[]::new);
    }

    /** What attributes are computed of, but what is included anyway: of that nothing may be left out. */
    private Set<Loadable<E, ?, ?>> gathered() {
        Set<Loadable<E, ?, ?>> relations = new LinkedHashSet<>();
        shown().forEach(attribute -> relations.addAll(attribute.relations()));
        parts.values().stream()
                .filter(part -> relations.remove(part.link().relation()))
                .forEach(part -> part.selection().isWhole = true);
        return relations;
    }

    private List<Attribute<E>> shown() {
        return view.attributes().stream()
                .filter(attribute -> names.isEmpty()
                        || names.contains(attribute.name())
                        || view.keys().contains(attribute))
                .toList();
    }

    /** The ways to the values of a document: into relations to one, and to those to several as a whole. */
    List<List<String>> columns() {
        List<List<String>> columns = new ArrayList<>();
        shown().forEach(attribute -> columns.add(List.of(attribute.name())));
        parts.forEach((name, part) -> part.columns().forEach(inside -> {
            List<String> column = new ArrayList<>(List.of(name));
            column.addAll(inside);
            columns.add(column);
        }));
        return columns;
    }

    Map<String, Object> document(E entity) {
        Map<String, Object> document = new LinkedHashMap<>();
        for (Attribute<E> attribute : shown()) {
            document.put(attribute.name(), attribute.of(entity));
        }
        parts.forEach((name, part) -> document.put(name, part.of(entity)));
        return Collections.unmodifiableMap(document);
    }

    /** A relation, and what is shown of what it leads to. */
    private record Part<E, T>(Link<E, T> link, Selection<T> selection) {
        static <E, T> Part<E, T> of(Link<E, T> link) {
            return new Part<>(link, new Selection<>(link.target().get()));
        }

        List<List<String>> columns() {
            return link.isToOne() ? selection.columns() : List.of(List.of());
        }

        Option<? super E> load() {
            return link.load(selection);
        }

        @Nullable
        Object of(E entity) {
            return link.of(entity, selection);
        }
    }
}
