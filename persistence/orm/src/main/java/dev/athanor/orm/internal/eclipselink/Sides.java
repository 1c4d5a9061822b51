// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import java.beans.PropertyChangeEvent;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.changetracking.ChangeTracker;
import org.eclipse.persistence.descriptors.changetracking.CollectionChangeEvent;
import org.eclipse.persistence.indirection.IndirectCollection;
import org.eclipse.persistence.internal.descriptors.changetracking.ObjectChangeListener;
import org.eclipse.persistence.internal.queries.ContainerPolicy;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.jspecify.annotations.Nullable;

/**
 * Keeps both sides of relations in step: what is changed on one is changed on the other, or will be when that is loaded
 * before it is flushed. For one thread.
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

    /** What an entity tells its unit of work of a change, before it is done. */
    void changed(Object entity, PropertyChangeEvent event) {
        if (!busy) {
            busy = true;
            try {
                side(entity, event.getPropertyName()).ifPresent(side -> side.changed(event));
            } finally {
                busy = false;
            }
        }
    }

    /** What an entity has that the session has not seen before: the other sides get what they lack. */
    void added(Object entity) {
        busy = true;
        try {
            partners.of(descriptor(entity)).keySet().forEach(attribute -> side(entity, attribute)
                    .ifPresent(Side::fill));
        } finally {
            busy = false;
        }
    }

    /** A collection of an entity has the rows that are there, and gets what is not flushed yet. */
    void loaded(Object entity, String attribute) {
        List<Waiting> changes = waiting.getOrDefault(entity, List.of()).stream()
                .filter(change -> change.attribute.equals(attribute))
                .toList();
        if (!changes.isEmpty()) {
            busy = true;
            try {
                side(entity, attribute).ifPresent(side -> changes.forEach(side::apply));
            } finally {
                busy = false;
            }
        }
    }

    /** The rows are what the entities are. */
    void flushed() {
        waiting.clear();
    }

    private ClassDescriptor descriptor(Object entity) {
        return unit.getDescriptor(entity);
    }

    private Optional<Side> side(Object entity, String attribute) {
        ClassDescriptor descriptor = descriptor(entity);
        String partner = partners.of(descriptor).get(attribute);
        return partner == null
                ? Optional.empty()
                : Optional.of(new Side(entity, mapping(descriptor, attribute), partner));
    }

    private static ForeignReferenceMapping mapping(ClassDescriptor descriptor, String attribute) {
        DatabaseMapping mapping = descriptor.getObjectBuilder().getMappingForAttributeName(attribute);
        return (ForeignReferenceMapping) mapping;
    }

    /** What a collection will get, or lose, when it is loaded. */
    private record Waiting(String attribute, Object other, boolean joins) {}

    /** A relation of an entity. */
    private final class Side {
        private final Object entity;
        private final ForeignReferenceMapping mapping;
        private final String partner;

        Side(Object entity, ForeignReferenceMapping mapping, String partner) {
            this.entity = entity;
            this.mapping = mapping;
            this.partner = partner;
        }

        void changed(PropertyChangeEvent event) {
            if (event instanceof CollectionChangeEvent change) {
                if (change.getChangeType() == CollectionChangeEvent.ADD) {
                    join(change.getNewValue());
                } else {
                    part(change.getNewValue());
                }
            } else {
                List<Object> before = all(event.getOldValue());
                List<Object> after = all(event.getNewValue());
                before.stream().filter(target -> !after.contains(target)).forEach(this::part);
                after.stream().filter(target -> !before.contains(target)).forEach(this::join);
            }
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
            return new Side(target, Sides.mapping(descriptor(target), partner), mapping.getAttributeName());
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
            waiting.computeIfAbsent(entity, any -> new ArrayList<>())
                    .add(new Waiting(mapping.getAttributeName(), other, joins));
        }

        private void apply(Waiting change) {
            if (change.joins) {
                include(change.other);
            } else {
                drop(change.other);
            }
        }

        private void drop(Object other) {
            if (!mapping.isCollectionMapping()) {
                LazyValue.of(unit, mapping, entity).ifPresent(lazy -> lazy.load(other));
                if (value() == other) {
                    set(null);
                }
            } else if (!isLoaded()) {
                await(other, false);
            } else if (contains(other)) {
                mapping.getContainerPolicy().removeFrom(other, collection(), unit);
            }
        }

        private boolean contains(Object other) {
            return mapping.getContainerPolicy().contains(other, collection(), unit);
        }

        private Object collection() {
            return Objects.requireNonNull(value(), mapping.getAttributeName());
        }

        private boolean isLoaded() {
            loadIfAddedTo();
            return mapping.isAttributeValueInstantiated(entity) && (!mapping.isCollectionMapping() || value() != null);
        }

        /** A collection that was added to without being loaded keeps to itself what it got. */
        private void loadIfAddedTo() {
            if (mapping.isCollectionMapping()
                    && mapping.getAttributeValueFromObject(entity) instanceof IndirectCollection<?, ?> collection
                    && collection.hasDeferredChanges()) {
                collection.getDelegateObject();
            }
        }

        private @Nullable Object value() {
            return mapping.getRealAttributeValueFromObject(entity, unit);
        }

        private void set(@Nullable Object other) {
            Object before = value();
            mapping.setRealAttributeValueInObject(entity, other);
            if (entity instanceof ChangeTracker tracker
                    && tracker._persistence_getPropertyChangeListener() instanceof ObjectChangeListener listener) {
                listener.internalPropertyChange(
                        new PropertyChangeEvent(entity, mapping.getAttributeName(), before, other));
            }
        }
    }
}
