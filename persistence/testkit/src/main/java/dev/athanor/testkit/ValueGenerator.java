// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit;

import dev.athanor.sql.Expr;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the rows of collections of values: none, one, or several. For one use. */
final class ValueGenerator {
    private static final List<Integer> SIZES = List.of(0, 0, 1, 1, 2, 3, 5);

    private final EntityModels models;
    private final Rows rows;
    private final Values values;
    private final Choices choices;
    private int numbers;

    ValueGenerator(EntityModels models, Rows rows, Values values) {
        this.models = models;
        this.rows = rows;
        this.values = values;
        this.choices = values.choices();
    }

    void generate() {
        for (EntityModel model : models.concrete()) {
            for (ValueModel collection : model.values().values()) {
                rows.of(model).forEach(owner -> generate(model, collection, owner));
            }
        }
    }

    /** Values of sets and keys of maps are different. */
    private void generate(EntityModel model, ValueModel collection, GeneratedRow owner) {
        Choices.Draw draw = choices.draw(owner.number() % 2 == 0);
        Set<List<@Nullable Object>> known = new HashSet<>();
        int size = choices.any(SIZES);
        for (int i = 0; i < size; i++) {
            Valued made = new Valued(model, owner, draw);
            collection.key().ifPresent(made::add);
            if (collection.key().isEmpty()) {
                made.add(collection.value());
            }
            if (!isDistinct(collection) || known.add(made.comparable())) {
                if (collection.key().isPresent()) {
                    made.add(collection.value());
                }
                rows.add(collection, made.row(collection, known.isEmpty() ? i : known.size() - 1));
            }
        }
    }

    private static boolean isDistinct(ValueModel collection) {
        Class<?> type = collection.attribute().property().javaType();
        return Set.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type);
    }

    /** A row as it is made. */
    private final class Valued {
        private final EntityModel model;
        private final GeneratedRow owner;
        private final Choices.Draw draw;
        private final Map<ValueModel.OfEntity, GeneratedRow> entities = new LinkedHashMap<>();
        private final Map<Slot, @Nullable Object> columns = new LinkedHashMap<>();

        Valued(EntityModel model, GeneratedRow owner, Choices.Draw draw) {
            this.model = model;
            this.owner = owner;
            this.draw = draw;
        }

        void add(ValueModel.Item item) {
            if (item instanceof ValueModel.OfColumn column) {
                add(column.basic());
            } else if (item instanceof ValueModel.OfColumns several) {
                several.shape().basics().forEach(this::add);
            } else if (item instanceof ValueModel.OfEntity entity) {
                models.known(entity.target()).ifPresent(target -> add(entity, target));
            }
        }

        private void add(Attribute.Basic basic) {
            columns.put(slot(basic.column().expression()), values.value(model, basic, draw));
        }

        private void add(ValueModel.OfEntity entity, EntityModel target) {
            entities.put(entity, choices.any(rows.within(target)));
        }

        private Slot slot(Expr<?> column) {
            return models.tables().slot(column);
        }

        /** Decimals that are equal as numbers are the same value. */
        List<@Nullable Object> comparable() {
            List<@Nullable Object> comparable = new ArrayList<>();
            for (Object value : columns.values()) {
                comparable.add(value instanceof BigDecimal number ? number.stripTrailingZeros() : value);
            }
            comparable.addAll(entities.values());
            return comparable;
        }

        Rows.Valued row(ValueModel collection, int place) {
            List<Slot> own = collection.junction().own();
            for (int i = 0; i < own.size(); i++) {
                columns.put(collection.junction().target().get(i), owner.get(own.get(i)));
            }
            entities.forEach((item, row) -> refer(collection, item, row));
            collection.order().ifPresent(order -> columns.put(slot(order.expression()), place));
            return new Rows.Valued(++numbers, owner, entities, columns);
        }

        private void refer(ValueModel collection, ValueModel.OfEntity item, GeneratedRow row) {
            Junction junction = models.junction(collection, item);
            for (int i = 0; i < junction.own().size(); i++) {
                columns.put(junction.own().get(i), row.get(junction.target().get(i)));
            }
        }
    }
}
