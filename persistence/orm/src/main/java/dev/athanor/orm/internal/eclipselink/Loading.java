// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.Load;
import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.sql.Option;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.persistence.internal.queries.ContainerPolicy;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.DirectCollectionMapping;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.eclipse.persistence.mappings.OneToOneMapping;
import org.jspecify.annotations.Nullable;

/** Does what options say about the relations of entities that were read. For one thread. */
final class Loading {
    private final UnitOfWorkImpl unit;
    private final MappedUnit mapped;

    Loading(UnitOfWorkImpl unit, MappedUnit mapped) {
        this.unit = unit;
        this.mapped = mapped;
    }

    /** Does it for entities, some of which may be null, or several times there. */
    void all(Collection<? extends @Nullable Object> entities, List<? extends Option<?>> options) {
        for (Option<?> option : options) {
            if (option instanceof Load<?, ?> load) {
                one(distinct(entities), load);
            }
        }
    }

    private static Set<Object> distinct(Collection<? extends @Nullable Object> entities) {
        Set<Object> distinct = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Object entity : entities) {
            if (entity != null) {
                distinct.add(entity);
            }
        }
        return distinct;
    }

    private void one(Set<Object> entities, Load<?, ?> load) {
        List<Object> targets = new ArrayList<>();
        owners(entities, load).forEach((mapping, owners) -> {
            List<LazyValue> lazy = new ArrayList<>();
            owners.forEach(owner -> LazyValue.of(unit, mapping, owner).ifPresent(lazy::add));
            switch (load.strategy()) {
                case SELECTIN -> select(mapping, lazy);
                case RAISE -> lazy.forEach(value -> value.refuse(refusal(load, value.entity())));
            }
            if (!load.next().isEmpty()) {
                owners.forEach(owner -> targets.addAll(targets(mapping, owner)));
            }
        });
        all(targets, load.next());
    }

    /** Those of the class that an option is for, by what the relation is mapped as, which subclasses may differ in. */
    private Map<ForeignReferenceMapping, List<Object>> owners(Set<Object> entities, Load<?, ?> load) {
        Map<ForeignReferenceMapping, List<Object>> owners = new LinkedHashMap<>();
        for (Object entity : entities) {
            if (load.owner().isInstance(entity)) {
                owners.computeIfAbsent(mapping(entity, load), mapping -> new ArrayList<>())
                        .add(entity);
            }
        }
        return owners;
    }

    private ForeignReferenceMapping mapping(Object entity, Load<?, ?> load) {
        DatabaseMapping mapping =
                unit.getDescriptor(entity).getObjectBuilder().getMappingForAttributeName(load.attribute());
        if (mapping instanceof ForeignReferenceMapping relation) {
            return relation;
        }
        throw new OrmException(
                OrmError.OPTION_INVALID,
                load + " names no relation that " + entity.getClass().getName() + " has itself");
    }

    private String refusal(Load<?, ?> load, Object entity) {
        return load.owner().getSimpleName() + "." + load.attribute() + " of the entity " + unit.getId(entity)
                + " is not loaded, and the statement said raise(…); load it by selectin(…) there";
    }

    /** Whether a relation to one is by a key that the owner's row has. */
    static boolean isByKey(OneToOneMapping mapping) {
        return mapping.isForeignKeyRelationship() && !mapping.hasRelationTableMechanism();
    }

    /** Loads a relation of some entities at once. */
    void select(ForeignReferenceMapping mapping, List<LazyValue> lazy) {
        if (lazy.isEmpty()) {
            return;
        }
        if (mapping instanceof OneToOneMapping one && isByKey(one)) {
            new ReferenceLoading(unit, mapped, one).load(lazy);
        } else if (mapping instanceof DirectCollectionMapping values) {
            new ValuesLoading(unit, values).load(lazy);
        } else {
            new TargetLoading(unit, mapped, mapping).load(lazy);
        }
    }

    /** What a loaded relation of an entity leads to. */
    private List<Object> targets(ForeignReferenceMapping mapping, Object owner) {
        if (!mapping.isAttributeValueInstantiated(owner)) {
            return List.of();
        }
        Object value = mapping.getRealAttributeValueFromObject(owner, unit);
        if (value == null) {
            return List.of();
        }
        if (!mapping.isCollectionMapping()) {
            return List.of(value);
        }
        ContainerPolicy policy = mapping.getContainerPolicy();
        List<Object> targets = new ArrayList<>();
        for (Object next = policy.iteratorFor(value); policy.hasNext(next); ) {
            targets.add(policy.next(next, unit));
        }
        return targets;
    }
}
