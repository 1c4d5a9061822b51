// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import java.beans.PropertyChangeEvent;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.changetracking.ChangeTracker;
import org.eclipse.persistence.descriptors.changetracking.CollectionChangeEvent;
import org.eclipse.persistence.indirection.IndirectCollection;
import org.eclipse.persistence.internal.descriptors.changetracking.ObjectChangeListener;
import org.eclipse.persistence.internal.queries.ContainerPolicy;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.eclipse.persistence.mappings.ManyToManyMapping;
import org.jspecify.annotations.Nullable;

/**
 * Keeps both sides of relations in step: what is changed on one is changed on the other, or will be when that is
 * loaded, as it is before a flush where it is written. For one thread.
 */
final class Sides {
    private final UnitOfWorkImpl unit;
    private final Partners partners;
    private final IdentityHashMap<Object, List<Waiting>> waiting = new IdentityHashMap<>();
    private boolean busy;

    Sides(UnitOfWorkImpl unit, Partners partners) {
        this.unit = unit;
        this.partners = partners;
    }

    /** What an entity tells its unit of work of a change in a relation, before it is done. */
    void changed(Object entity, String relation, PropertyChangeEvent event) {
        if (!busy) {
            alone(() -> side(entity, relation).ifPresent(side -> side.changed(event)));
        }
    }

    /** The same of another embedded object, of all relations in it. */
    void replaced(Object entity, PropertyChangeEvent event) {
        if (!busy) {
            alone(() -> sides(entity)
                    .filter(side -> side.isIn(event.getPropertyName()))
                    .toList()
                    .forEach(side -> side.replaced(event.getOldValue(), event.getNewValue())));
        }
    }

    /** What an entity has that the session has not seen before: the other sides get what they lack. */
    void added(Object entity) {
        alone(() -> sides(entity).toList().forEach(Side::fill));
    }

    /**
     * An entity that tells nothing of its changes has other elements in collections than the copy of it that is left.
     */
    void compared(Object entity, Object copy) {
        alone(() -> sides(entity).toList().forEach(side -> side.compared(copy)));
    }

    /** A collection of an entity has the rows that are there, and gets what is not flushed yet. */
    void loaded(LazyValue value) {
        List<Waiting> changes = waiting.getOrDefault(value.entity(), List.of());
        if (!changes.isEmpty()) {
            alone(() -> sides(value.entity())
                    .filter(side -> side.is(value))
                    .toList()
                    .forEach(side -> List.copyOf(changes).forEach(side::apply)));
        }
    }

    private void alone(Runnable work) {
        boolean before = busy;
        busy = true;
        try {
            work.run();
        } finally {
            busy = before;
        }
    }

    /** What waits is not lost where it is written: such collections are loaded, though they refuse to. */
    void flushing() {
        new IdentityHashMap<>(waiting).forEach((entity, changes) -> List.copyOf(changes).stream()
                .map(Waiting::relation)
                .distinct()
                .flatMap(relation -> side(entity, relation).stream())
                .filter(Side::isWritten)
                .forEach(Side::load));
    }

    /** The rows are what the entities are. */
    void flushed() {
        waiting.clear();
    }

    private ClassDescriptor descriptor(Object entity) {
        return unit.getDescriptor(entity);
    }

    private Optional<Side> side(Object entity, String relation) {
        return Optional.ofNullable(partners.of(descriptor(entity)).get(relation))
                .map(partner -> new Side(entity, partner));
    }

    private Stream<Side> sides(Object entity) {
        return partners.of(descriptor(entity)).values().stream().map(partner -> new Side(entity, partner));
    }

    /** What a collection will get, or lose, when it is loaded. */
    private record Waiting(String relation, Object other, boolean joins) {}

    /** A relation of an entity. */
    private final class Side {
        private final Object entity;
        private final RelationPlace place;
        private final ForeignReferenceMapping mapping;
        private final String partner;

        Side(Object entity, Partners.Partner partner) {
            this.entity = entity;
            this.place = partner.place();
            this.mapping = place.mapping();
            this.partner = partner.name();
        }

        boolean isIn(String embedded) {
            return !place.path().isEmpty() && place.root().getAttributeName().equals(embedded);
        }

        boolean is(LazyValue value) {
            return mapping == value.relation()
                    && bearer().filter(bearer -> bearer == value.bearer()).isPresent();
        }

        /** None if nothing is embedded where the relation is. */
        private Optional<Object> bearer() {
            return place.bearer(entity, unit);
        }

        void changed(PropertyChangeEvent event) {
            if (event instanceof CollectionChangeEvent change) {
                if (change.getChangeType() == CollectionChangeEvent.ADD) {
                    join(change.getNewValue());
                } else {
                    part(change.getNewValue());
                }
            } else {
                changed(event.getOldValue(), event.getNewValue());
            }
        }

        void compared(Object copy) {
            if (mapping.isCollectionMapping() && isLoaded()) {
                place.bearer(copy, unit)
                        .filter(mapping::isAttributeValueInstantiated)
                        .ifPresent(before -> changed(mapping.getRealAttributeValueFromObject(before, unit), value()));
            }
        }

        void replaced(@Nullable Object before, @Nullable Object after) {
            changed(place.valueIn(before, unit), place.valueIn(after, unit));
        }

        private void changed(@Nullable Object valueBefore, @Nullable Object valueAfter) {
            List<Object> before = all(valueBefore);
            List<Object> after = all(valueAfter);
            before.stream().filter(target -> !after.contains(target)).forEach(this::part);
            after.stream().filter(target -> !before.contains(target)).forEach(this::join);
        }

        private List<Object> all(@Nullable Object value) {
            if (value == null) {
                return List.of();
            }
            if (!mapping.isCollectionMapping()) {
                return List.of(value);
            }
            ContainerPolicy policy = mapping.getContainerPolicy();
            List<Object> all = new ArrayList<>();
            for (Object next = policy.iteratorFor(value); policy.hasNext(next); ) {
                all.add(policy.next(next, unit));
            }
            return all;
        }

        private Side of(Object target) {
            return side(target, partner).orElseThrow();
        }

        private void join(Object target) {
            Side other = of(target);
            if (other.mapping.isCollectionMapping()) {
                other.include(entity);
            } else {
                Object before = other.value();
                if (before != entity) {
                    other.set(entity);
                    if (before != null) {
                        other.of(before).drop(target);
                    }
                }
            }
        }

        /** What is owned is deleted without its owner; to part them first would write it once more. */
        private void part(Object target) {
            if (!mapping.isPrivateOwned()) {
                of(target).drop(entity);
            }
        }

        private void fill() {
            if (isLoaded()) {
                for (Object target : all(value())) {
                    Side other = of(target);
                    if (other.mapping.isCollectionMapping()) {
                        other.include(entity);
                    } else if (other.isLoaded() && other.value() == null) {
                        other.set(entity);
                    }
                }
            }
        }

        private void include(Object other) {
            if (!isLoaded()) {
                await(other, true);
            } else if (!contains(other)) {
                mapping.getContainerPolicy().addInto(other, collection(), unit);
            }
        }

        private void await(Object other, boolean joins) {
            waiting.computeIfAbsent(entity, any -> new ArrayList<>()).add(new Waiting(place.name(), other, joins));
        }

        private void apply(Waiting change) {
            if (!change.relation.equals(place.name())) {
                return;
            }
            if (change.joins) {
                include(change.other);
            } else {
                drop(change.other);
            }
        }

        private void drop(Object other) {
            if (!mapping.isCollectionMapping()) {
                bearer().flatMap(bearer -> LazyValue.of(unit, place, entity, bearer))
                        .ifPresent(lazy -> lazy.load(other));
                if (value() == other) {
                    set(null);
                }
            } else if (!isLoaded()) {
                await(other, false);
            } else if (contains(other)) {
                mapping.getContainerPolicy().removeFrom(other, collection(), unit);
            }
        }

        /** Whether its elements are rows of a table between; others refer to it themselves. */
        private boolean isWritten() {
            return mapping instanceof ManyToManyMapping && !mapping.isReadOnly();
        }

        private void load() {
            bearer().ifPresent(
                            bearer -> LazyValue.of(unit, place, entity, bearer).ifPresent(lazy -> {
                                lazy.allow();
                                mapping.instantiateAttribute(bearer, unit);
                            }));
        }

        private boolean contains(Object other) {
            return mapping.getContainerPolicy().contains(other, collection(), unit);
        }

        private Object collection() {
            return Objects.requireNonNull(value(), mapping.getAttributeName());
        }

        private boolean isLoaded() {
            Object bearer = bearer().orElse(null);
            if (bearer == null) {
                return false;
            }
            loadIfAddedTo(bearer);
            return mapping.isAttributeValueInstantiated(bearer) && (!mapping.isCollectionMapping() || value() != null);
        }

        /** A collection that was added to without being loaded keeps to itself what it got. */
        private void loadIfAddedTo(Object bearer) {
            if (mapping.isCollectionMapping()
                    && mapping.getAttributeValueFromObject(bearer) instanceof IndirectCollection<?, ?> collection
                    && collection.hasDeferredChanges()) {
                collection.getDelegateObject();
            }
        }

        private @Nullable Object value() {
            return bearer().map(bearer -> mapping.getRealAttributeValueFromObject(bearer, unit))
                    .orElse(null);
        }

        private void set(@Nullable Object other) {
            bearer().ifPresent(bearer -> set(bearer, other));
        }

        private void set(Object bearer, @Nullable Object other) {
            Object before = value();
            mapping.setRealAttributeValueInObject(bearer, other);
            if (bearer instanceof ChangeTracker tracker
                    && tracker._persistence_getPropertyChangeListener() instanceof ObjectChangeListener listener) {
                listener.internalPropertyChange(
                        new PropertyChangeEvent(bearer, mapping.getAttributeName(), before, other));
            }
        }
    }
}
