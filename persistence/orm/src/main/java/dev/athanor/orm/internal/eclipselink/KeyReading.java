// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Source;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final boolean filtered;
    private Optional<PartialEntities> attributes = Optional.empty();
    private final Map<Object, @Nullable Object> found = new LinkedHashMap<>();

    KeyReading(UnitOfWorkImpl unit, MappedUnit mapped, EntityPlan plan) {
        this.unit = unit;
        this.mapped = mapped;
        this.plan = plan;
        this.filtered = SessionContext.of(unit).filters().concern(plan.descriptor());
    }

    /** With only a part of the attributes. */
    KeyReading only(Optional<PartialEntities> wanted) {
        attributes = wanted;
        return this;
    }

    /**
     * The entities of ids, in their order.
     *
     * @param beforeReading what is done before statements that see more than the rows of the keys
     */
    <E> List<E> all(Class<E> type, Collection<?> ids, Runnable beforeReading) {
        ClassDescriptor descriptor = plan.descriptor();
        List<Object> keys =
                ids.stream().map(id -> Keys.of(descriptor, id, unit)).distinct().toList();
        keys.forEach(key -> found.put(key, known(key)));
        List<Object> missing =
                keys.stream().filter(key -> found.get(key) == null).toList();
        if (!missing.isEmpty()) {
            prepare(beforeReading);
            read(missing);
        }
        return keys.stream()
                .map(found::get)
                .filter(entity -> type.isInstance(entity) && !unit.isObjectDeleted(entity))
                .map(type::cast)
                .toList();
    }

    /**
     * The entity of an id, if there is one.
     *
     * @param beforeReading what is done before statements that see more than the row of the key
     */
    <E> Optional<E> one(Class<E> type, Object id, Runnable beforeReading) {
        Object key = Keys.of(plan.descriptor(), id, unit);
        Object entity = known(key);
        if (entity == null) {
            prepare(beforeReading);
            read(List.of(key));
            entity = found.get(key);
        }
        return type.isInstance(entity) && !unit.isObjectDeleted(entity)
                ? Optional.of(type.cast(entity))
                : Optional.empty();
    }

    /** What is new or deleted is known by its key before it is flushed; what filters look at may not be. */
    private void prepare(Runnable beforeReading) {
        if (filtered) {
            beforeReading.run();
        }
    }

    /** Of those that filters may hide, the database is asked whether they are there. */
    @Nullable
    Object known(Object key) {
        if (!filtered) {
            Object known = there(key);
            if (known != null) {
                return known;
            }
        }
        return unit.getObjectFromNewObjects(plan.descriptor().getJavaClass(), key);
    }

    private @Nullable Object there(Object key) {
        for (ClassDescriptor identity : plan.identities()) {
            Object known = unit.getIdentityMapAccessorInstance()
                    .getIdentityMapManager()
                    .getFromIdentityMap(key, identity.getJavaClass(), identity);
            if (known != null) {
                return known;
            }
        }
        return null;
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
        Columns columns = mapped.columns(plan);
        List<List<Object>> values = new ArrayList<>(keys.size());
        for (Object key : keys) {
            values.add(Keys.values(key));
        }
        Expression wanted = Among.of(columns.key(), values);
        EntitySelection selection = attributes.isEmpty()
                ? new EntitySelection(columns.source(), columns.all())
                : new EntitySelection(plan, columns.source(), attributes, columns.source());
        EntityCommand command = selection.where(wanted).command();
        new EntityReading(unit, mapped, plan)
                .only(attributes)
                .each(
                        SessionContext.of(unit).compiled(command.command()),
                        command.positions(),
                        0,
                        (entity, row) -> found.put(unit.getId(entity), entity));
    }

    /**
     * What entities of a plan are read by, whatever their keys.
     *
     * @param source what they come from
     * @param all what is selected
     * @param key the columns of their keys
     */
    record Columns(Source source, List<ColumnReference> all, List<ColumnReference> key) {
        static Columns of(EntityPlan plan) {
            Source source = plan.source(ALIAS);
            List<ColumnReference> key = plan.descriptor().getPrimaryKeyFields().stream()
                    .map(field -> plan.column(source, field))
                    .toList();
            return new Columns(source, plan.columns(source), key);
        }
    }
}
