// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether what a contract was told is about something that there is. */
final class Hints {
    private final Settings settings;
    private final EntityModels models;
    private final List<HybridMethod> hybrids;

    Hints(Settings settings, EntityModels models, List<HybridMethod> hybrids) {
        this.settings = settings;
        this.models = models;
        this.hybrids = hybrids;
    }

    void check() {
        TreeSet<String> known = new TreeSet<>();
        for (EntityModel model : models.all()) {
            paths(model)
                    .flatMap(path -> Settings.names(model.type(), model == models.root(), path))
                    .forEach(known::add);
        }
        for (String attribute : settings.hints().keySet()) {
            if (!known.contains(attribute)) {
                throw new ContractException(
                        ContractError.HINT_UNKNOWN, "there is no attribute " + attribute + "; there are " + known);
            }
        }
        settings.calls().forEach(this::checkCalls);
    }

    private static Stream<String> paths(EntityModel model) {
        return Stream.concat(
                model.shape().all().map(Attribute::path),
                model.values().values().stream().flatMap(ValueModel::basics).map(Attribute.Basic::path));
    }

    private void checkCalls(String hybrid, List<List<@Nullable Object>> calls) {
        for (List<@Nullable Object> arguments : calls) {
            if (hybrids.stream()
                    .noneMatch(method ->
                            method.name().equals(hybrid) && method.parameters().size() == arguments.size())) {
                throw new ContractException(
                        ContractError.HINT_UNKNOWN,
                        "there is no hybrid " + hybrid + " of " + arguments.size() + " parameters; there are "
                                + hybrids);
            }
        }
    }
}
