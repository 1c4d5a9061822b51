// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import java.beans.PropertyChangeEvent;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.FetchGroupManager;
import org.eclipse.persistence.descriptors.changetracking.ChangeTracker;
import org.eclipse.persistence.internal.descriptors.changetracking.AttributeChangeListener;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.foundation.AbstractDirectMapping;
import org.jspecify.annotations.Nullable;

/**
 * Is told of the changes of an entity, and finds those of values that change themselves by what was bound of them.
 * Relies on EclipseLink asking it whether there are changes; BothSidesTest and ConversionTest would notice. For one
 * thread at a time.
 */
final class InStepListener extends AttributeChangeListener {
    private static final long serialVersionUID = 1L;

    private static final @Nullable Kept[] NONE = {};

    private final transient Set<String> sides;
    private final transient List<MutableValue> mutable;

    /** As they were read or written; null for what is not read. */
    private final transient @Nullable Kept[] kept;

    InStepListener(
            ClassDescriptor descriptor,
            UnitOfWorkImpl unit,
            Object entity,
            Set<String> sides,
            List<MutableValue> mutable) {
        super(descriptor, unit, entity);
        this.sides = sides;
        this.mutable = mutable;
        this.kept = mutable.isEmpty() ? NONE : new Kept[mutable.size()];
    }

    /** Remembers what values are now. An entity that has such is to stay in memory, as nothing tells of its changes. */
    void keep() {
        if (mutable.isEmpty()) {
            return;
        }
        uow.addToChangeTrackedHardList(owner);
        FetchGroupManager parts = descriptor.getFetchGroupManager();
        for (int i = 0; i < kept.length; i++) {
            MutableValue value = mutable.get(i);
            boolean known = parts == null || parts.isAttributeFetched(owner, value.root());
            kept[i] = known
                    ? value.bearer(owner, uow)
                            .map(bearer -> new Kept(value.bound(bearer, uow)))
                            .orElse(null)
                    : null;
        }
    }

    /** Records what has changed itself. */
    void compare() {
        for (int i = 0; i < kept.length; i++) {
            Kept before = kept[i];
            if (before != null) {
                MutableValue value = mutable.get(i);
                value.bearer(owner, uow).ifPresent(bearer -> compare(value, bearer, before));
            }
        }
    }

    /** Most values are equal to a copy, which is told sooner than what would be bound. */
    private void compare(MutableValue value, Object bearer, Kept before) {
        Object copy = before.copy(value, uow);
        Object now = value.of(bearer);
        if (!Objects.equals(copy, now) && !value.bound(bearer, uow).equals(before.bound)) {
            PropertyChangeEvent change = new PropertyChangeEvent(bearer, value.attribute(), copy, now);
            listener(bearer).ifPresent(listener -> listener.internalPropertyChange(change));
        }
    }

    private static Optional<AttributeChangeListener> listener(Object bearer) {
        return ((ChangeTracker) bearer)._persistence_getPropertyChangeListener()
                        instanceof AttributeChangeListener listener
                ? Optional.of(listener)
                : Optional.empty();
    }

    @Override
    public boolean hasChanges() {
        compare();
        return super.hasChanges();
    }

    @Override
    public void propertyChange(PropertyChangeEvent event) {
        boolean embedded = !ignoreEvents && isOfEmbeddedSides(event.getPropertyName());
        if (embedded) {
            EmbeddedPolicy.listen(this, event.getPropertyName(), event.getNewValue());
        }
        super.propertyChange(event);
        if (embedded) {
            SessionContext.find(uow).ifPresent(context -> context.sides().replaced(owner, event));
        } else {
            changed(event.getPropertyName(), event);
        }
    }

    private boolean isOfEmbeddedSides(String attribute) {
        for (String side : sides) {
            if (side.length() > attribute.length() + 1
                    && side.startsWith(attribute)
                    && side.charAt(attribute.length()) == '.') {
                return true;
            }
        }
        return false;
    }

    /** Something changes in a relation, of the entity or of what is embedded in it. */
    void changed(String relation, PropertyChangeEvent event) {
        if (!ignoreEvents && sides.contains(relation)) {
            SessionContext.find(uow).ifPresent(context -> context.sides().changed(owner, relation, event));
        }
    }

    Object entity() {
        return owner;
    }

    @Override
    public void internalPropertyChange(PropertyChangeEvent event) {
        if (!isSame(event)) {
            super.internalPropertyChange(event);
        }
    }

    /** Whether the database would not tell the values apart. */
    private boolean isSame(PropertyChangeEvent event) {
        return descriptor.getObjectBuilder().getMappingForAttributeName(event.getPropertyName())
                        instanceof AbstractDirectMapping direct
                && direct.getConverter() instanceof TypeConverter<?> type
                && type.convertObjectValueToDataValue(event.getOldValue(), uow)
                        .equals(type.convertObjectValueToDataValue(event.getNewValue(), uow));
    }

    /** What was bound of a value, and a copy of the value once it is needed. */
    private static final class Kept {
        private final Object bound;
        private @Nullable Object copy;
        private boolean copied;

        Kept(Object bound) {
            this.bound = bound;
        }

        @Nullable
        Object copy(MutableValue value, UnitOfWorkImpl unit) {
            if (!copied) {
                copy = value.value(bound, unit);
                copied = true;
            }
            return copy;
        }
    }
}
