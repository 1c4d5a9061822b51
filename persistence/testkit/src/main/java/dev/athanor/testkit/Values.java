// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit;

import dev.athanor.testkit.Settings.Hint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The values of attributes: by their types, their annotations, and what the contract was told. For one thread. */
final class Values {
    private final EntityModels models;
    private final Domains domains;
    private final Choices choices;
    private final Map<Attribute.Basic, Known> known = new HashMap<>();

    Values(EntityModels models, Domains domains, Choices choices) {
        this.models = models;
        this.domains = domains;
        this.choices = choices;
    }

    Choices choices() {
        return choices;
    }

    /** A value of an attribute, or null. */
    @Nullable
    Object value(EntityModel model, Attribute.Basic basic, Choices.Draw draw) {
        Known values = known(model, basic);
        return values.hint.absent() ? null : draw.value(basic, values.domain, basic.limits(), values.hint);
    }

    /** One of a series of values of a column that are all different. */
    Optional<Object> distinct(EntityModel model, Slot slot, int place) {
        Attribute.Basic basic = model.basics().get(slot);
        Limits limits = basic == null ? Limits.OF_VALUES : basic.limits();
        return distinct(domain(model, slot), limits, place);
    }

    private static <T> Optional<Object> distinct(Domain<T> domain, Limits limits, int place) {
        return domain.distinct(place).flatMap(value -> domain.fitted(value, limits));
    }

    /** A value of a column that has to have one. */
    Object needed(EntityModel model, Slot slot) {
        Attribute.Basic basic = model.basics().get(slot);
        Choices.Draw draw = choices.draw(false);
        if (basic == null) {
            return draw.needed(slot, domain(model, slot), Limits.OF_VALUES, Hint.NONE);
        }
        Known values = known(model, basic);
        return draw.needed(basic, values.domain, basic.limits().required(), values.hint);
    }

    private Domain<?> domain(EntityModel model, Slot slot) {
        Attribute.Basic basic = model.basics().get(slot);
        if (basic != null) {
            return known(model, basic).domain;
        }
        Class<?> type = slot.type().javaType();
        return domains.of(type).orElseThrow(() -> unknown(model, slot.column(), type));
    }

    /** Gives a row a value in every column that has none yet. */
    void complete(GeneratedRow row, Choices.Draw draw) {
        EntityModel model = row.model();
        model.shape().shapes().filter(shape -> !shape.path().isEmpty()).forEach(shape -> {
            if (mayBeNull(model, shape) && choices.chance(8)) {
                shape.basics().forEach(basic -> leave(row, slot(basic)));
            }
        });
        model.basics().forEach((slot, basic) -> {
            if (!row.has(slot)) {
                row.set(slot, value(model, basic, draw));
            }
        });
    }

    private boolean mayBeNull(EntityModel model, Shape embedded) {
        return embedded.basics()
                .allMatch(basic -> basic.limits().nullable() && !model.key().contains(slot(basic)));
    }

    private static void leave(GeneratedRow row, Slot slot) {
        if (!row.has(slot)) {
            row.set(slot, null);
        }
    }

    private Slot slot(Attribute.Basic basic) {
        return models.tables().slot(basic.column().expression());
    }

    private Known known(EntityModel model, Attribute.Basic basic) {
        Known values = known.get(basic);
        if (values == null) {
            values = find(model, basic);
            known.put(basic, values);
        }
        return values;
    }

    private Known find(EntityModel model, Attribute.Basic basic) {
        Hint hint = models.hint(model, basic.path());
        Class<?> type = basic.column().expression().type().javaType();
        Optional<Domain<?>> found = domains.of(basic);
        if (found.isPresent()) {
            return new Known(found.get(), converted(found.get(), basic, hint));
        }
        if (hint.absent()) {
            return new Known(new FixedDomain<>(String.class, List.of()), hint);
        }
        if (hint.values().isEmpty()) {
            throw unknown(model, basic.path(), type);
        }
        Domain<?> given = new FixedDomain<>(Object.class, hint.values());
        return new Known(given, hint);
    }

    private static ContractException unknown(EntityModel model, String path, Class<?> type) {
        return ContractException.attribute(
                model.type(),
                path,
                "is a " + type.getSimpleName() + ", of which no values are known; give some by values(\"" + path
                        + "\", …)");
    }

    private static Hint converted(Domain<?> domain, Attribute.Basic basic, Hint hint) {
        List<Object> values = new ArrayList<>();
        for (Object value : hint.values()) {
            values.add(domain.from(value)
                    .orElseThrow(() -> new ContractException(
                            ContractError.HINT_UNKNOWN,
                            "values(\"" + basic.path() + "\", …) has a "
                                    + value.getClass().getSimpleName() + ", which is no "
                                    + domain.type().getSimpleName())));
        }
        return new Hint(values, hint.only(), hint.absent(), hint.reading());
    }

    /** What is known of an attribute. */
    private record Known(Domain<?> domain, Hint hint) {}
}
