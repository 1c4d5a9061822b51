// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.Load;
import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.sql.Option;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.queries.ContainerPolicy;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.CollectionMapping;
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
        all(entities, options, Optional.empty());
    }

    /**
     * Does it for entities, some of which may be null, or several times there.
     *
     * @param origin the query that found them, if it can be a part of others
     */
    void all(
            Collection<? extends @Nullable Object> entities,
            List<? extends Option<?>> options,
            Optional<Origin> origin) {
        List<Load<?, ?>> loads = new ArrayList<>();
        for (Option<?> option : options) {
            if (option instanceof Load<?, ?> load) {
                loads.add(load);
            }
        }
        if (!loads.isEmpty()) {
            level(distinct(entities), loads, origin);
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

    /** Options that name no relation are about those that no other names, and about what these lead to. */
    private void level(Set<Object> entities, List<Load<?, ?>> loads, Optional<Origin> origin) {
        List<Load<?, ?>> named = loads.stream().filter(Loading::isNamed).toList();
        List<Load<?, ?>> rest = loads.stream().filter(load -> !isNamed(load)).toList();
        for (Load<?, ?> load : named) {
            List<Option<?>> next = following(load, loads);
            List<Object> targets = new ArrayList<>();
            List<Origin> origins = new ArrayList<>();
            owners(entities, load, List.of()).forEach((place, owners) -> {
                Optional<PartialEntities> attributes = PartialEntities.of(mapped, load, place.mapping(), next);
                apply(load, place, owners, new Search(origin, load.part(), attributes));
                if (!next.isEmpty()) {
                    List<Object> found = targets(place, owners);
                    attributes.ifPresent(some -> some.keepFromSharedCache(unit, found));
                    targets.addAll(found);
                    following(place, origin).ifPresent(origins::add);
                }
            });
            all(targets, next, origins.size() == 1 ? Optional.of(origins.get(0)) : Optional.empty());
        }
        for (Load<?, ?> load : rest) {
            owners(entities, load, named).forEach((place, owners) -> apply(load, place, owners, Search.BY_KEYS));
        }
    }

    /** What is done about what a relation leads to: options without a name go on. */
    static List<Option<?>> following(Load<?, ?> load, List<? extends Option<?>> options) {
        List<Option<?>> next = new ArrayList<>(load.next());
        for (Option<?> option : options) {
            if (option instanceof Load<?, ?> other && !isNamed(other)) {
                next.add(other);
            }
        }
        return next;
    }

    static boolean isNamed(Load<?, ?> load) {
        return load.place().attribute().isPresent();
    }

    /** Entities by the relations that an option is about: subclasses may map one of a name differently. */
    private Map<RelationPlace, List<Object>> owners(Set<Object> entities, Load<?, ?> load, List<Load<?, ?>> others) {
        Map<ClassDescriptor, List<RelationPlace>> known = new HashMap<>();
        Map<RelationPlace, List<Object>> owners = new LinkedHashMap<>();
        for (Object entity : entities) {
            if (load.place().owner().isInstance(entity)) {
                known.computeIfAbsent(unit.getDescriptor(entity), type -> places(type, load, others))
                        .forEach(place -> owners.computeIfAbsent(place, first -> new ArrayList<>())
                                .add(entity));
            }
        }
        return owners;
    }

    private static List<RelationPlace> places(ClassDescriptor type, Load<?, ?> load, List<Load<?, ?>> others) {
        List<RelationPlace> all = RelationPlace.all(type);
        if (isNamed(load)) {
            List<RelationPlace> named =
                    all.stream().filter(place -> place.isNamedBy(load.place())).toList();
            if (named.isEmpty()) {
                throw new OrmException(
                        OrmError.OPTION_INVALID,
                        load + " names no relation that " + type.getJavaClassName() + " has itself");
            }
            return named;
        }
        return all.stream()
                .filter(place -> !place.mapping().derivesId())
                .filter(place -> others.stream()
                        .filter(other -> other.place().owner().isAssignableFrom(type.getJavaClass()))
                        .noneMatch(other -> place.isNamedBy(other.place())))
                .toList();
    }

    private void apply(Load<?, ?> load, RelationPlace place, List<Object> owners, Search search) {
        if (load.strategy() == Load.Strategy.CONTAINS) {
            return; // the statement has filled it
        }
        List<LazyValue> lazy = new ArrayList<>();
        for (Object owner : owners) {
            place.bearer(owner, unit)
                    .flatMap(bearer -> value(load, place, owner, bearer))
                    .ifPresent(lazy::add);
        }
        if (!lazy.isEmpty()) {
            apply(load, place.mapping(), lazy, search);
        }
    }

    /** Where only a part is loaded, all but leaving it empty begin anew. */
    private Optional<LazyValue> value(Load<?, ?> load, RelationPlace place, Object owner, Object bearer) {
        if (load.strategy() != Load.Strategy.NONE) {
            LazyValue.reopen(unit, place, bearer);
        }
        return LazyValue.of(unit, place, owner, bearer);
    }

    private void apply(Load<?, ?> load, ForeignReferenceMapping mapping, List<LazyValue> lazy, Search search) {
        switch (load.strategy()) {
            case SELECTIN, JOINED -> select(load, mapping, lazy, search.byKeys());
            case SUBQUERY -> select(load, mapping, lazy, search);
            case CONTAINS -> {}
            case LAZY -> lazy.forEach(LazyValue::allow);
            case NONE -> leave(mapping, lazy);
            case RAISE -> lazy.forEach(value -> value.refuse(refusal(load, mapping, value)));
            case RAISE_ON_SQL -> lazy.forEach(value -> value.refuseStatements(refusal(load, mapping, value)));
        }
    }

    private void leave(ForeignReferenceMapping mapping, List<LazyValue> lazy) {
        for (LazyValue value : lazy) {
            value.loadPart(
                    mapping instanceof CollectionMapping many
                            ? Contents.NONE.container(many.getContainerPolicy(), unit)
                            : null);
        }
        Parts.keepFromSharedCache(unit, lazy);
    }

    private String refusal(Load<?, ?> load, ForeignReferenceMapping mapping, LazyValue value) {
        return value.entity().getClass().getSimpleName() + "." + mapping.getAttributeName() + " of the entity "
                + unit.getId(value.entity()) + " is not loaded, and the statement said " + load.strategy()
                + "(…); load it by selectin(…) there";
    }

    private void select(Load<?, ?> load, ForeignReferenceMapping mapping, List<LazyValue> lazy, Search search) {
        if (search.part().isPresent()) {
            checkPart(load, mapping);
        }
        read(mapping, lazy, search);
        if (search.part().isPresent()) {
            Parts.keepFromSharedCache(unit, lazy);
        }
    }

    /** What filters hide is not to be missed by others. */
    private void read(ForeignReferenceMapping mapping, List<LazyValue> lazy, Search search) {
        if (SessionContext.of(unit).hides(mapping)) {
            Parts.keepFromSharedCache(unit, lazy);
        }
        if (mapping instanceof OneToOneMapping one && isByKey(one)) {
            new ReferenceLoading(unit, mapped, one, search).load(lazy);
        } else if (mapping instanceof DirectCollectionMapping values) {
            new ValuesLoading(unit, mapped, values, search).load(lazy);
        } else {
            new TargetLoading(unit, mapped, mapping, search).load(lazy);
        }
    }

    private static void checkPart(Load<?, ?> load, ForeignReferenceMapping mapping) {
        if (!(mapping instanceof CollectionMapping)) {
            throw new OrmException(OrmError.OPTION_INVALID, load + " leads to one entity, which has no part");
        }
    }

    /** Whether a relation to one is by a key that the owner's row has. */
    static boolean isByKey(OneToOneMapping mapping) {
        return mapping.isForeignKeyRelationship() && !mapping.hasRelationTableMechanism();
    }

    /** Loads a relation of some entities at once. */
    void select(ForeignReferenceMapping mapping, List<LazyValue> lazy) {
        if (!lazy.isEmpty()) {
            read(mapping, lazy, Search.BY_KEYS);
        }
    }

    /** The query that finds what a relation leads to. */
    private Optional<Origin> following(RelationPlace place, Optional<Origin> origin) {
        ForeignReferenceMapping mapping = place.mapping();
        return mapping instanceof DirectCollectionMapping || mapping.isAggregateCollectionMapping()
                ? Optional.empty()
                : origin.map(query -> query.following(mapped.plan(mapping.getReferenceDescriptor()), mapping));
    }

    private List<Object> targets(RelationPlace place, List<Object> owners) {
        return owners.stream().flatMap(owner -> targets(place, owner).stream()).toList();
    }

    /** What a loaded relation of an entity leads to. */
    private List<Object> targets(RelationPlace place, Object owner) {
        ForeignReferenceMapping mapping = place.mapping();
        Object value = place.bearer(owner, unit)
                .filter(mapping::isAttributeValueInstantiated)
                .map(bearer -> mapping.getRealAttributeValueFromObject(bearer, unit))
                .orElse(null);
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
