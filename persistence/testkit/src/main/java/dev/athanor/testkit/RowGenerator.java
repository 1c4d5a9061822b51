// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Makes the rows of all classes of a check: their keys first, so that others can refer to them. For one use. */
final class RowGenerator {
    /** Fewer of those that relations lead to: some are shared, and there are still collections of several. */
    private static final int FEWEST = 60;

    private static final int ATTEMPTS = 50;

    private final EntityModels models;
    private final ForeignKeys foreignKeys;
    private final Values values;
    private final Choices choices;
    private final int wanted;
    private final Rows rows;
    private final Map<EntityModel, List<GeneratedRow>> keyed = new LinkedHashMap<>();
    private final Map<TemporaryTable, Set<List<Object>>> keys = new HashMap<>();
    private final Map<TemporaryTable, Integer> counters = new HashMap<>();
    private final Map<List<Slot>, Parents> parents = new HashMap<>();
    private int numbers;

    RowGenerator(EntityModels models, Values values, int wanted) {
        this.models = models;
        this.foreignKeys = new ForeignKeys(models);
        this.values = values;
        this.choices = values.choices();
        this.wanted = wanted;
        this.rows = new Rows(models);
    }

    /** All rows. */
    Rows generate() {
        key(models.root(), wanted);
        models.concrete().forEach(model -> key(model, Math.max(FEWEST, wanted / 2)));
        keyed.forEach(rows::add);
        rows.all().forEach(this::complete);
        new LinkGenerator(models, rows, choices).generate();
        new ValueGenerator(models, rows, values).generate();
        return rows;
    }

    /** Makes rows that have a key only, after those that their keys refer to. */
    private void key(EntityModel model, int count) {
        if (keyed.containsKey(model)) {
            return;
        }
        keyed.put(model, new ArrayList<>());
        List<ForeignKey> within = foreignKeys.of(model).stream()
                .filter(key -> model.key().stream().anyMatch(key.columns()::contains))
                .toList();
        within.forEach(key -> models.within(key.parent()).forEach(parent -> key(parent, count)));
        List<GeneratedRow> made = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            keyed(model, within).ifPresent(made::add);
        }
        if (made.isEmpty()) {
            throw new ContractException(
                    ContractError.ATTRIBUTE_UNSUPPORTED, "no keys could be made for rows of " + model);
        }
        keyed.put(model, made);
    }

    /** A row with a key that no other has; none if chance does not give one. */
    private Optional<GeneratedRow> keyed(EntityModel model, List<ForeignKey> within) {
        Set<List<Object>> taken = keys.computeIfAbsent(model.root(), missing -> new HashSet<>());
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            GeneratedRow row = new GeneratedRow(model, numbers + 1);
            if (within.stream().allMatch(key -> refer(row, key, true))) {
                identify(row, within.isEmpty());
                Optional<List<Object>> tuple = row.tuple(model.key());
                if (tuple.isPresent() && taken.add(tuple.get())) {
                    numbers++;
                    within.forEach(key -> parents(key).take(row, key));
                    return Optional.of(row);
                }
            }
        }
        return Optional.empty();
    }

    /** Gives values to what rows are referred to by. */
    private void identify(GeneratedRow row, boolean first) {
        boolean counting = first;
        for (Slot slot : identity(row.model())) {
            if (!row.has(slot)) {
                boolean inKey = row.model().key().contains(slot);
                Optional<Object> value =
                        counting || !inKey ? values.distinct(row.model(), slot, count(slot)) : Optional.empty();
                counting = counting && value.isEmpty();
                row.set(slot, value.orElseGet(() -> values.needed(row.model(), slot)));
            }
        }
    }

    private Set<Slot> identity(EntityModel model) {
        Set<Slot> identity = new LinkedHashSet<>(model.key());
        foreignKeys.to(model).forEach(key -> identity.addAll(key.referred()));
        model.routes().values().stream()
                .filter(route -> !route.refers())
                .forEach(route -> identity.addAll(route.junction().own()));
        model.values()
                .values()
                .forEach(collection -> identity.addAll(collection.junction().own()));
        models.all().forEach(other -> other.routes().values().stream()
                .filter(route -> route.target().includes(model))
                .forEach(route -> Conversions.key(route).flatMap(model::slot).ifPresent(identity::add)));
        return identity;
    }

    private int count(Slot slot) {
        return counters.merge(slot.table(), 1, Integer::sum) - 1;
    }

    /** Gives a row what it does not have yet. */
    private void complete(GeneratedRow row) {
        row.model().parts().stream()
                .filter(part -> part.outer() && choices.chance(12) && mayBeAbsent(row.model(), part.table()))
                .forEach(part -> leaveOut(row, part.table()));
        for (ForeignKey key : foreignKeys.of(row.model())) {
            if (!key.columns().stream().allMatch(row::has) && refer(row, key, key.required())) {
                parents(key).take(row, key);
            }
        }
        values.complete(row, choices.draw(row.number() % 2 == 0));
    }

    private boolean mayBeAbsent(EntityModel model, TemporaryTable table) {
        return model.basics().entrySet().stream()
                        .filter(basic -> basic.getKey().table() == table)
                        .allMatch(basic -> basic.getValue().limits().nullable())
                && foreignKeys.of(model).stream()
                        .filter(key -> key.columns().get(0).table() == table)
                        .noneMatch(ForeignKey::required);
    }

    private void leaveOut(GeneratedRow row, TemporaryTable table) {
        row.leaveOut(table);
        Stream.concat(
                        row.model().basics().keySet().stream(),
                        foreignKeys.of(row.model()).stream().flatMap(key -> key.columns().stream()))
                .filter(slot -> slot.table() == table)
                .forEach(slot -> row.set(slot, null));
    }

    /** Refers to a row; whether it does. */
    private boolean refer(GeneratedRow row, ForeignKey key, boolean needed) {
        Optional<GeneratedRow> parent =
                needed || !choices.chance(15) ? parents(key).choose(row, key, needed) : Optional.empty();
        for (int i = 0; i < key.columns().size(); i++) {
            Slot slot = key.columns().get(i);
            Slot referred = key.referred().get(i);
            if (!row.has(slot)) {
                row.set(slot, parent.map(found -> found.get(referred)).orElse(null));
            }
        }
        return parent.isPresent();
    }

    private Parents parents(ForeignKey key) {
        return parents.computeIfAbsent(key.columns(), missing -> new Parents(candidates(key), choices));
    }

    private List<GeneratedRow> candidates(ForeignKey key) {
        return models.within(key.parent()).stream()
                .flatMap(model -> keyed.getOrDefault(model, List.of()).stream())
                .toList();
    }
}
