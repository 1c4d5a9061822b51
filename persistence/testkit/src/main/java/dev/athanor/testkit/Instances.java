// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit;

import dev.athanor.sql.Expr;
import dev.athanor.sql.Table;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The entities that rows are, as they are in the database, with their relations. For one use by one thread. */
final class Instances {
    private final EntityModels models;
    private final Rows rows;
    private final Reading reading;
    private final Conversions conversions;
    private final Map<GeneratedRow, Object> byRow = new HashMap<>();

    Instances(EntityModels models, Rows rows, Reading reading) {
        this.models = models;
        this.rows = rows;
        this.reading = reading;
        this.conversions = new Conversions(models);
    }

    /** Makes them all. */
    Instances make() {
        models.concrete().forEach(this::makeAll);
        rows.all().forEach(this::referOne);
        rows.all().forEach(this::fillCollections);
        models.concrete().forEach(model -> model.values().values().forEach(values -> fill(model, values)));
        return this;
    }

    /** The entity that a row is. */
    Object of(GeneratedRow row) {
        return Objects.requireNonNull(byRow.get(row));
    }

    private void makeAll(EntityModel model) {
        List<Attribute.Basic> basics = model.shape().basics().toList();
        List<Expr<?>> columns = new ArrayList<>();
        basics.forEach(basic -> columns.add(basic.column().expression()));
        Map<Integer, List<@Nullable Object>> read = reading.rows(model.table(), columns, rows.of(model));
        for (GeneratedRow row : rows.of(model)) {
            Map<Attribute.Basic, @Nullable Object> values = new HashMap<>();
            List<@Nullable Object> found = Objects.requireNonNull(read.get(row.number()));
            for (int i = 0; i < basics.size(); i++) {
                values.put(basics.get(i), found.get(i));
            }
            Object made = instance(model.type());
            byRow.put(row, made);
            set(model, model.shape(), made, values, row);
        }
    }

    private static Object instance(Class<?> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (InvocationTargetException e) {
            throw unmade(type, e.getTargetException());
        } catch (ReflectiveOperationException e) {
            throw unmade(type, e);
        }
    }

    private static ContractException unmade(Class<?> type, Throwable reason) {
        return new ContractException(
                ContractError.ATTRIBUTE_UNSUPPORTED,
                type.getName() + " cannot be made by a constructor without parameters: " + reason,
                reason);
    }

    private void set(
            EntityModel model,
            Shape shape,
            Object object,
            Map<Attribute.Basic, @Nullable Object> values,
            GeneratedRow row) {
        for (Attribute attribute : shape.attributes()) {
            if (attribute instanceof Attribute.Basic basic) {
                basic.property().set(object, conversions.toJava(model, basic, values.get(basic)));
            } else if (attribute instanceof Attribute.Embedded embedded) {
                embedded.property().set(object, embedded(model, embedded.shape(), values, row));
            }
        }
    }

    /** None where all its columns are null, as JPA has it. */
    private @Nullable Object embedded(
            EntityModel model, Shape shape, Map<Attribute.Basic, @Nullable Object> values, GeneratedRow row) {
        boolean none = shape.basics().allMatch(basic -> values.get(basic) == null)
                && shape.relations()
                        .map(relation -> model.routes().get(relation.path()))
                        .filter(route -> route != null && route.refers())
                        .allMatch(route -> rows.reached(route, row).isEmpty());
        if (none && !shape.attributes().isEmpty()) {
            return null;
        }
        Object made = instance(shape.type());
        set(model, shape, made, values, row);
        return made;
    }

    private void referOne(GeneratedRow row) {
        for (Route route : row.model().routes().values()) {
            if (!route.toMany()) {
                Object target = rows.reached(route, row).stream()
                        .findFirst()
                        .map(byRow::get)
                        .orElse(null);
                holder(row, route.relation())
                        .ifPresent(holder -> route.relation().property().set(holder, target));
            }
        }
    }

    private void fillCollections(GeneratedRow row) {
        EntityModel model = row.model();
        for (Route route : model.routes().values()) {
            if (route.toMany()) {
                List<Object> targets =
                        rows.reached(route, row).stream().map(this::of).toList();
                holder(row, route.relation()).ifPresent(holder -> conversions.fill(route, holder, targets));
            }
        }
        model.unreached().forEach((path, reason) -> model.shape()
                .all()
                .filter(attribute -> attribute.path().equals(path))
                .forEach(attribute ->
                        holder(row, attribute).ifPresent(holder -> Unreached.guard(model, attribute, holder, reason))));
    }

    private void fill(EntityModel model, ValueModel values) {
        Map<GeneratedRow, List<Element>> byOwner = new HashMap<>();
        for (Element element : elements(model, values)) {
            byOwner.computeIfAbsent(element.owner, missing -> new ArrayList<>()).add(element);
        }
        for (GeneratedRow row : rows.of(model)) {
            List<Element> own = byOwner.getOrDefault(row, List.of());
            holder(row, values.attribute()).ifPresent(holder -> {
                if (values.key().isPresent()) {
                    conversions.fillMap(
                            values.attribute().property(),
                            holder,
                            own.stream().map(Element::entry).toList());
                } else {
                    Collection<Object> plain = own.stream().map(Element::value).toList();
                    conversions.fill(values.attribute().property(), holder, plain);
                }
            });
        }
    }

    private List<Element> elements(EntityModel model, ValueModel values) {
        List<Rows.Valued> made = rows.values(values).stream()
                .filter(row -> row.owner().model() == model)
                .toList();
        List<Attribute.Basic> basics = values.basics().toList();
        List<Expr<?>> columns = new ArrayList<>();
        basics.forEach(basic -> columns.add(basic.column().expression()));
        Table table = values.table();
        Map<Integer, List<@Nullable Object>> read = reading.values(table, columns);
        List<Element> elements = new ArrayList<>();
        for (Rows.Valued row : made) {
            Map<Attribute.Basic, @Nullable Object> found = new HashMap<>();
            List<@Nullable Object> some = Objects.requireNonNull(read.get(row.number()));
            for (int i = 0; i < basics.size(); i++) {
                found.put(basics.get(i), some.get(i));
            }
            elements.add(new Element(
                    row.owner(),
                    values.key().map(key -> item(model, key, found, row)),
                    Objects.requireNonNull(item(model, values.value(), found, row))));
        }
        return elements;
    }

    private Object item(
            EntityModel model, ValueModel.Item item, Map<Attribute.Basic, @Nullable Object> found, Rows.Valued row) {
        if (item instanceof ValueModel.OfColumn column) {
            return Objects.requireNonNull(found.get(column.basic()));
        }
        if (item instanceof ValueModel.OfColumns several) {
            Object made = instance(several.shape().type());
            set(model, several.shape(), made, found, row.owner());
            return made;
        }
        return of(Objects.requireNonNull(row.entities().get((ValueModel.OfEntity) item)));
    }

    /** The object that has an attribute: the entity, or what is embedded in it; none if that is null. */
    private Optional<Object> holder(GeneratedRow row, Attribute attribute) {
        return holder(row.model().shape(), of(row), attribute);
    }

    /** The object that has an attribute: this, or what is embedded in it; none if that is null. */
    static Optional<Object> holder(Shape shape, Object object, Attribute attribute) {
        if (shape.attributes().contains(attribute)) {
            return Optional.of(object);
        }
        for (Attribute inner : shape.attributes()) {
            if (inner instanceof Attribute.Embedded embedded && attribute.path().startsWith(embedded.path() + ".")) {
                return Optional.ofNullable(embedded.property().get(object))
                        .flatMap(found -> holder(embedded.shape(), found, attribute));
            }
        }
        return Optional.empty();
    }

    /** An element of a collection of values. */
    private record Element(GeneratedRow owner, Optional<Object> key, Object value) {
        Map.Entry<Object, Object> entry() {
            return Map.entry(key.orElseThrow(), value);
        }
    }
}
