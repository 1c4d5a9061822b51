// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit;

import dev.athanor.sql.Expr;
import dev.athanor.sql.tree.ColumnReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which values of a row matter to a hybrid: those that SQL reads, and those on which Java's answer depends.
 */
final class Explanation {
    private static final int TRIED = 3;

    private final EntityModels models;
    private final Rows rows;
    private final Instances instances;
    private final HybridCall call;
    private final Set<Slot> read = new HashSet<>();
    private final Set<TemporaryTable> tables;

    Explanation(EntityModels models, Rows rows, Instances instances, HybridCall call, Expr<?> expression) {
        this.models = models;
        this.rows = rows;
        this.instances = instances;
        this.call = call;
        this.tables = models.tables().read(expression.node());
        for (ColumnReference column : TemporaryTables.columns(expression.node())) {
            if (Reach.isTable(column.source())) {
                models.tables().known(column).ifPresent(read::add);
            }
        }
    }

    HybridCall call() {
        return call;
    }

    Difference of(GeneratedRow row, Answer java, Answer sql) {
        Map<String, String> values = new LinkedHashMap<>();
        Object entity = instances.of(row);
        for (Attribute attribute : models.root().shape().all().toList()) {
            Optional<Object> holder = Instances.holder(models.root().shape(), entity, attribute);
            if (holder.isPresent() && matters(row, attribute, holder.get(), java)) {
                values.put(attribute.path(), shown(row, attribute, holder.get()));
            }
        }
        return new Difference(call.toString(), row.number(), values, java.toString(), sql.toString());
    }

    private boolean matters(GeneratedRow row, Attribute attribute, Object holder, Answer java) {
        if (attribute instanceof Attribute.Embedded embedded) {
            return embedded.property().get(holder) == null && isRead(embedded.shape());
        }
        return isRead(attribute) || isUsed(row, attribute, holder, java);
    }

    private boolean isRead(Shape embedded) {
        return embedded.all().anyMatch(this::isRead);
    }

    private boolean isRead(Attribute attribute) {
        if (attribute instanceof Attribute.Basic basic) {
            return read.contains(models.tables().slot(basic.column().expression()));
        }
        Route route = models.root().routes().get(attribute.path());
        if (route != null) {
            return isRead(route);
        }
        ValueModel values = models.root().values().get(attribute.path());
        return values != null && tables.contains(values.temporary());
    }

    private boolean isRead(Route route) {
        boolean key = route.refers() && read.containsAll(route.junction().own());
        return key || (tables.contains(route.target().root()) && route.target() != models.root());
    }

    /** Whether Java's answer is another with the value of another row, or none. */
    private boolean isUsed(GeneratedRow row, Attribute attribute, Object holder, Answer java) {
        Property property = attribute.property();
        Object own = property.get(holder);
        try {
            for (Object other : others(attribute)) {
                property.set(holder, other);
                if (!isLike(call.answer(models.root().shape(), instances.of(row)), java)) {
                    return true;
                }
            }
            return false;
        } catch (ContractException e) {
            return true; // it goes where it did not go before
        } finally {
            property.set(holder, own);
        }
    }

    private List<@Nullable Object> others(Attribute attribute) {
        List<@Nullable Object> others = new ArrayList<>(Arrays.asList((Object) null));
        for (GeneratedRow other : rows.of(models.root()).stream().limit(TRIED).toList()) {
            Instances.holder(models.root().shape(), instances.of(other), attribute)
                    .ifPresent(holder -> others.add(attribute.property().get(holder)));
        }
        return others;
    }

    private static boolean isLike(Answer one, Answer other) {
        if (one instanceof Answer.Value value && other instanceof Answer.Value another) {
            return Agreement.same(value.value(), another.value());
        }
        return one.getClass() == other.getClass();
    }

    private String shown(GeneratedRow row, Attribute attribute, Object holder) {
        Route route = models.root().routes().get(attribute.path());
        if (route == null) {
            return Shown.value(attribute.property().get(holder));
        }
        List<String> targets =
                rows.reached(route, row).stream().map(this::shown).limit(5).toList();
        if (!route.toMany()) {
            return targets.isEmpty() ? "null" : targets.get(0);
        }
        return targets.toString();
    }

    /** A related entity, by the values that SQL reads, or its key. */
    private String shown(GeneratedRow target) {
        List<Slot> slots = target.model().basics().keySet().stream()
                .filter(slot -> read.contains(slot) || target.model().key().contains(slot))
                .toList();
        Object entity = instances.of(target);
        return slots.stream()
                .map(slot -> Objects.requireNonNull(target.model().basics().get(slot)))
                .map(basic -> basic.path() + " = "
                        + Shown.value(Instances.holder(target.model().shape(), entity, basic)
                                .map(holder -> basic.property().get(holder))
                                .orElse(null)))
                .collect(Collectors.joining(", ", target.model() + "(", ")"));
    }
}
