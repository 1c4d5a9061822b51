// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All rows of a check, and which of them relations lead to. For use by one thread. */
final class Rows {
    private final EntityModels models;
    private final Map<EntityModel, List<GeneratedRow>> byModel = new LinkedHashMap<>();
    private final Map<TemporaryTable, List<Linked>> links = new LinkedHashMap<>();
    private final Map<ValueModel, List<Valued>> values = new LinkedHashMap<>();
    private final Map<List<Slot>, Map<GeneratedRow, List<GeneratedRow>>> linked = new HashMap<>();
    private final Map<List<Slot>, Map<EntityModel, Map<List<Object>, List<GeneratedRow>>>> indexes = new HashMap<>();

    Rows(EntityModels models) {
        this.models = models;
    }

    void add(EntityModel model, List<GeneratedRow> rows) {
        byModel.put(model, List.copyOf(rows));
    }

    void add(Linked linked) {
        links.computeIfAbsent(linked.table, table -> new ArrayList<>()).add(linked);
    }

    void add(ValueModel model, Valued valued) {
        values.computeIfAbsent(model, missing -> new ArrayList<>()).add(valued);
    }

    /** The rows of just this class. */
    List<GeneratedRow> of(EntityModel model) {
        return byModel.getOrDefault(model, List.of());
    }

    /** The rows of a class and its subclasses. */
    List<GeneratedRow> within(EntityModel model) {
        return models.within(model).stream().flatMap(some -> of(some).stream()).toList();
    }

    Stream<GeneratedRow> all() {
        return byModel.values().stream().flatMap(List::stream);
    }

    Map<TemporaryTable, List<Linked>> links() {
        return Collections.unmodifiableMap(links);
    }

    List<Valued> values(ValueModel model) {
        return values.getOrDefault(model, List.of());
    }

    /** The rows that a relation leads to. */
    List<GeneratedRow> reached(Route route, GeneratedRow row) {
        return route.junction().link().map(link -> linked(route, link, row)).orElseGet(() -> row.tuple(
                        route.junction().own())
                .map(tuple -> found(route.target(), route.junction().target(), tuple))
                .orElse(List.of()));
    }

    private List<GeneratedRow> linked(Route route, Junction.Link link, GeneratedRow row) {
        return linked.computeIfAbsent(link.own(), missing -> links(link)).getOrDefault(row, List.of()).stream()
                .filter(other -> route.target().includes(other.model()))
                .toList();
    }

    private Map<GeneratedRow, List<GeneratedRow>> links(Junction.Link link) {
        Map<GeneratedRow, List<GeneratedRow>> index = new HashMap<>();
        for (Linked row : links.getOrDefault(link.table(), List.of())) {
            boolean forward = link.own().equals(row.ownColumns);
            index.computeIfAbsent(forward ? row.own : row.other, missing -> new ArrayList<>())
                    .add(forward ? row.other : row.own);
        }
        return index;
    }

    /** The rows of a class that have these values in these columns. */
    List<GeneratedRow> found(EntityModel model, List<Slot> slots, List<Object> tuple) {
        return indexes.computeIfAbsent(slots, missing -> new HashMap<>())
                .computeIfAbsent(model, missing -> index(model, slots))
                .getOrDefault(tuple, List.of());
    }

    private Map<List<Object>, List<GeneratedRow>> index(EntityModel model, List<Slot> slots) {
        return within(model).stream()
                .filter(row -> row.tuple(slots).isPresent())
                .collect(Collectors.groupingBy(row -> row.tuple(slots).orElseThrow()));
    }

    /**
     * A row of a table between two.
     *
     * @param table the table
     * @param ownColumns its columns that refer to one
     * @param own that one
     * @param other the other
     * @param values the values of its columns
     */
    record Linked(
            TemporaryTable table,
            List<Slot> ownColumns,
            GeneratedRow own,
            GeneratedRow other,
            Map<Slot, @Nullable Object> values) {}

    /**
     * A row of a collection of values.
     *
     * @param number by which it is known
     * @param owner what has the collection
     * @param entities the rows that keys and values are, by their associations
     * @param values the values of its columns
     */
    record Valued(
            int number,
            GeneratedRow owner,
            Map<ValueModel.OfEntity, GeneratedRow> entities,
            Map<Slot, @Nullable Object> values) {}
}
