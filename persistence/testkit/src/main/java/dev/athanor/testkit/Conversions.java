// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit;

import dev.athanor.sql.JsonExpr;
import jakarta.persistence.MapKey;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes what attributes are of what their columns are. */
final class Conversions {
    private final EntityModels models;

    Conversions(EntityModels models) {
        this.models = models;
    }

    /** The value of an attribute, by that of its column. */
    @Nullable
    Object toJava(EntityModel model, Attribute.Basic basic, @Nullable Object value) {
        Class<?> type = basic.property().javaType();
        if (basic.column().expression() instanceof JsonExpr<?> && value instanceof String text) {
            return json(model, basic, text);
        }
        if (value instanceof List<?> list && type.isArray()) {
            return array(list, type.getComponentType());
        }
        return value instanceof List<?> list && Set.class.isAssignableFrom(type) ? new LinkedHashSet<>(list) : value;
    }

    private static Object array(List<?> list, Class<?> component) {
        Object array = Array.newInstance(component, list.size());
        for (int i = 0; i < list.size(); i++) {
            Array.set(array, i, list.get(i));
        }
        return array;
    }

    private @Nullable Object json(EntityModel model, Attribute.Basic basic, String text) {
        Class<?> type = basic.property().javaType();
        Optional<Function<String, ?>> mapping = models.hint(model, basic.path()).reading();
        if (mapping.isPresent()) {
            return mapping.get().apply(text);
        }
        if (type.isAssignableFrom(String.class)) {
            return text;
        }
        Object parsed = Json.parse(text, basic.property().type());
        Object fitting =
                parsed instanceof List<?> list && Set.class.isAssignableFrom(type) ? new LinkedHashSet<>(list) : parsed;
        if (fitting == null || type.isInstance(fitting)) {
            return fitting;
        }
        throw ContractException.attribute(
                model.type(),
                basic.path(),
                "is kept as JSON, of which no " + type.getSimpleName() + " is made here; say how by json(\""
                        + basic.path() + "\", …)");
    }

    /** Fills a relation to many. */
    void fill(Route route, Object holder, List<Object> targets) {
        Property property = route.relation().property();
        if (!Map.class.isAssignableFrom(property.javaType())) {
            fill(property, holder, targets);
            return;
        }
        Optional<Attribute> key = key(route);
        if (key.isPresent()) {
            fillMap(
                    property,
                    holder,
                    targets.stream()
                            .map(target -> Map.entry(key(route, key.get(), target), target))
                            .toList());
        } else {
            Unreached.guard(
                    route.owner(), route.relation(), holder, "is a map, whose keys only @MapKey lets a check provide");
        }
    }

    /** The attribute that is the key of entities in a map; none if it is no map, or has other keys. */
    static Optional<Attribute> key(Route route) {
        Optional<String> name =
                route.relation().property().annotation(MapKey.class).map(MapKey::name);
        EntityModel target = route.target();
        return name.flatMap(path -> target.shape()
                .all()
                .filter(known ->
                        path.isEmpty() ? target.isKey(known) : known.path().equals(path))
                .findFirst());
    }

    private static Object key(Route route, Attribute key, Object target) {
        return Instances.holder(route.target().shape(), target, key)
                .map(holder -> key.property().get(holder))
                .orElseThrow(() -> ContractException.attribute(
                        route.target().type(),
                        key.path(),
                        "is null, and a key in " + route.relation().path()));
    }

    /** Fills a collection. */
    void fill(Property property, Object holder, Collection<Object> values) {
        Collection<Object> made = collection(property.javaType());
        made.addAll(values);
        property.set(holder, made);
    }

    private static Collection<Object> collection(Class<?> type) {
        if (SortedSet.class.isAssignableFrom(type)) {
            return new TreeSet<>();
        }
        return Set.class.isAssignableFrom(type) ? new LinkedHashSet<>() : new ArrayList<>();
    }

    /** Fills a map. */
    void fillMap(Property property, Object holder, List<Map.Entry<Object, Object>> entries) {
        Map<Object, Object> made =
                SortedMap.class.isAssignableFrom(property.javaType()) ? new TreeMap<>() : new LinkedHashMap<>();
        entries.forEach(entry -> made.put(entry.getKey(), entry.getValue()));
        property.set(holder, made);
    }
}
