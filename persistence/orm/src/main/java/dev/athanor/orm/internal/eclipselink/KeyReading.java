// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Source;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.jspecify.annotations.Nullable;

/**
 * Reads entities of a class by their keys: those that the unit of work has are not looked for. Relies on what its
 * identity map gives being in the unit of work; SessionGetTest would notice. For one use by one thread.
 */
final class KeyReading {
    private static final String ALIAS = "e";

    private final UnitOfWorkImpl unit;
    private final MappedUnit mapped;
    private final EntityPlan plan;
    private final Map<Object, @Nullable Object> found = new LinkedHashMap<>();

    KeyReading(UnitOfWorkImpl unit, MappedUnit mapped, EntityPlan plan) {
        this.unit = unit;
        this.mapped = mapped;
        this.plan = plan;
    }

    /**
     * The entities of ids, in their order.
     *
     * @param beforeReading what is done if any of them has to be read
     */
    <E> List<E> all(Class<E> type, Collection<?> ids, Runnable beforeReading) {
        ClassDescriptor descriptor = plan.descriptor();
        List<Object> keys =
                ids.stream().map(id -> Keys.of(descriptor, id, unit)).distinct().toList();
        keys.forEach(key -> found.put(key, known(key)));
        List<Object> missing =
                keys.stream().filter(key -> found.get(key) == null).toList();
        if (!missing.isEmpty()) {
            beforeReading.run();
            read(missing);
        }
        return keys.stream()
                .map(found::get)
                .filter(entity -> type.isInstance(entity) && !unit.isObjectDeleted(entity))
                .map(type::cast)
                .toList();
    }

    /** What the unit of work has of a key. */
    @Nullable
    Object known(Object key) {
        for (ClassDescriptor identity : plan.identities()) {
            Object known = unit.getIdentityMapAccessorInstance()
                    .getIdentityMapManager()
                    .getFromIdentityMap(key, identity.getJavaClass(), identity);
            if (known != null) {
                return known;
            }
        }
        return unit.getObjectFromNewObjects(plan.descriptor().getJavaClass(), key);
    }

    /** Reads those that the unit of work has not, and gives all by their keys. */
    Map<Object, @Nullable Object> bring(Collection<Object> keys) {
        keys.forEach(key -> found.computeIfAbsent(key, this::known));
        List<Object> missing =
                keys.stream().filter(key -> found.get(key) == null).distinct().toList();
        if (!missing.isEmpty()) {
            read(missing);
        }
        return found;
    }

    private void read(List<Object> keys) {
        Source source = plan.source(ALIAS);
        List<? extends Expression> columns = plan.descriptor().getPrimaryKeyFields().stream()
                .map(field -> plan.column(source, field))
                .toList();
        Expression wanted = Among.of(columns, keys.stream().map(Keys::values).toList());
        EntityCommand command = new EntitySelection(plan, source).where(wanted).command();
        new EntityReading(unit, mapped, plan)
                .each(
                        SessionContext.of(unit).compiled(command.command()),
                        command.positions(),
                        0,
                        (entity, values) -> found.put(unit.getId(entity), entity));
    }
}
