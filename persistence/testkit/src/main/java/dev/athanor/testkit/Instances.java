// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit;

import java.util.ArrayList;
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
    private final ObjectMaker maker;
    private final Map<GeneratedRow, Object> byRow = new HashMap<>();

    Instances(EntityModels models, Rows rows, Reading reading) {
        this.models = models;
        this.rows = rows;
        this.reading = reading;
        this.conversions = new Conversions(models);
        this.maker = new ObjectMaker(rows, conversions);
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
        Map<Integer, Map<Attribute.Basic, @Nullable Object>> read =
                reading.attributes(model.table(), basics, rows.of(model));
        for (GeneratedRow row : rows.of(model)) {
            byRow.put(row, maker.made(model.shape(), read.getOrDefault(row.number(), Map.of()), row));
        }
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
        model.shape().all().forEach(attribute -> guard(row, attribute));
    }

    private void guard(GeneratedRow row, Attribute attribute) {
        String reason = row.model().unreached().get(attribute.path());
        if (reason != null) {
            holder(row, attribute).ifPresent(holder -> Unreached.guard(row.model(), attribute, holder, reason));
        }
    }

    private void fill(EntityModel model, ValueModel values) {
        Map<GeneratedRow, List<Element>> byOwner = new HashMap<>();
        for (Element element : elements(model, values)) {
            byOwner.computeIfAbsent(element.owner, missing -> new ArrayList<>()).add(element);
        }
        for (GeneratedRow row : rows.of(model)) {
            List<Element> own = byOwner.getOrDefault(row, List.of());
            holder(row, values.attribute()).ifPresent(holder -> fill(values, holder, own));
        }
    }

    private void fill(ValueModel values, Object holder, List<Element> elements) {
        Property property = values.attribute().property();
        if (values.key().isPresent()) {
            conversions.fillMap(
                    property, holder, elements.stream().map(Element::entry).toList());
        } else {
            conversions.fill(
                    property, holder, elements.stream().map(Element::value).toList());
        }
    }

    private List<Element> elements(EntityModel model, ValueModel values) {
        Map<Integer, Map<Attribute.Basic, @Nullable Object>> read =
                reading.attributes(values.table(), values.basics().toList());
        return rows.values(values).stream()
                .filter(row -> row.owner().model() == model)
                .map(row -> element(values, row, read.getOrDefault(row.number(), Map.of())))
                .toList();
    }

    private Element element(ValueModel values, Rows.Valued row, Map<Attribute.Basic, @Nullable Object> read) {
        return new Element(row.owner(), values.key().map(key -> item(key, row, read)), item(values.value(), row, read));
    }

    private Object item(ValueModel.Item item, Rows.Valued row, Map<Attribute.Basic, @Nullable Object> read) {
        if (item instanceof ValueModel.OfColumn column) {
            return Objects.requireNonNull(read.get(column.basic()));
        }
        if (item instanceof ValueModel.OfColumns several) {
            return maker.made(several.shape(), read, row.owner());
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
