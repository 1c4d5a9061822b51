// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An entity before there is one: the values of its columns. For use by one thread. */
final class GeneratedRow {
    private final EntityModel model;
    private final int number;
    private final Map<Slot, @Nullable Object> values = new LinkedHashMap<>();
    private final Set<TemporaryTable> absent = new HashSet<>();

    GeneratedRow(EntityModel model, int number) {
        this.model = model;
        this.number = number;
    }

    EntityModel model() {
        return model;
    }

    /** By which it is known, in all tables. */
    int number() {
        return number;
    }

    boolean has(Slot slot) {
        return values.containsKey(slot);
    }

    @Nullable
    Object get(Slot slot) {
        return values.get(slot);
    }

    /** Sets a value, in all tables that share it. */
    void set(Slot slot, @Nullable Object value) {
        values.put(slot, value);
        for (Part part : model.parts()) {
            int place = part.root().indexOf(slot);
            if (place >= 0) {
                values.put(part.own().get(place), value);
            }
        }
    }

    /** The values of all its columns. */
    Map<Slot, @Nullable Object> values() {
        return Collections.unmodifiableMap(values);
    }

    /** Has no row in one of its tables. */
    void leaveOut(TemporaryTable table) {
        absent.add(table);
    }

    /** The tables that it has rows in. */
    List<TemporaryTable> tables() {
        List<TemporaryTable> tables = new ArrayList<>(List.of(model.root()));
        model.parts().stream()
                .map(Part::table)
                .filter(table -> !absent.contains(table))
                .forEach(tables::add);
        return tables;
    }

    /** Its values in these columns; none if one of them is null. */
    Optional<List<Object>> tuple(List<Slot> slots) {
        List<Object> tuple = new ArrayList<>(slots.size());
        for (Slot slot : slots) {
            Object value = values.get(slot);
            if (value == null) {
                return Optional.empty();
            }
            tuple.add(value);
        }
        return Optional.of(tuple);
    }
}
