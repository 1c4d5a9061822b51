// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit;

import jakarta.persistence.OneToOne;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The foreign keys of the classes of a check, as relations of either direction say them. */
final class ForeignKeys {
    private final EntityModels models;
    private final Map<EntityModel, List<ForeignKey>> byChild = new LinkedHashMap<>();

    ForeignKeys(EntityModels models) {
        this.models = models;
        models.concrete()
                .forEach(model ->
                        model.routes().values().stream().filter(Route::refers).forEach(route -> add(model, of(route))));
        models.all().forEach(model -> model.routes().values().stream()
                .filter(route -> !route.refers() && route.junction().link().isEmpty())
                .forEach(route -> models.within(route.target()).forEach(child -> add(child, inverse(route)))));
    }

    /** Those of a class. */
    List<ForeignKey> of(EntityModel child) {
        return byChild.getOrDefault(child, List.of());
    }

    /** All that refer to rows of a class. */
    List<ForeignKey> to(EntityModel parent) {
        return byChild.values().stream()
                .flatMap(List::stream)
                .filter(key -> models.within(key.parent()).contains(parent))
                .toList();
    }

    private static ForeignKey of(Route route) {
        boolean unique = route.relation().property().annotation(OneToOne.class).isPresent();
        boolean required = !Limits.optional(route.relation().property());
        return new ForeignKey(
                route.junction().own(), route.target(), route.junction().target(), unique, required);
    }

    private static ForeignKey inverse(Route route) {
        return new ForeignKey(
                route.junction().target(), route.owner(), route.junction().own(), !route.toMany(), false);
    }

    private void add(EntityModel child, ForeignKey key) {
        List<ForeignKey> keys = byChild.computeIfAbsent(child, model -> new ArrayList<>());
        for (int i = 0; i < keys.size(); i++) {
            if (keys.get(i).isLike(key)) {
                keys.set(i, keys.get(i).with(key));
                return;
            }
        }
        keys.add(key);
    }
}
