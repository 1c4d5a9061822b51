// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import java.beans.PropertyChangeEvent;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.changetracking.AttributeChangeTrackingPolicy;
import org.eclipse.persistence.descriptors.changetracking.ChangeTracker;
import org.eclipse.persistence.internal.descriptors.changetracking.AggregateAttributeChangeListener;
import org.eclipse.persistence.internal.descriptors.changetracking.AttributeChangeListener;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.AggregateObjectMapping;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.jspecify.annotations.Nullable;

/**
 * Tracks the changes of embedded objects as EclipseLink does, and tells their entity of those in relations that have
 * two sides. Relies on the policy of an embedded class giving its objects their listeners, but where an entity gets
 * another object; BothSidesTest would notice.
 */
final class EmbeddedPolicy extends AttributeChangeTrackingPolicy {
    private static final long serialVersionUID = 1L;

    /** Listens to an object that an entity gets, if nobody does. */
    static void listen(InStepListener entity, String attribute, @Nullable Object embedded) {
        DatabaseMapping mapping = entity.getDescriptor().getObjectBuilder().getMappingForAttributeName(attribute);
        if (mapping instanceof AggregateObjectMapping aggregate
                && embedded instanceof ChangeTracker tracker
                && tracker._persistence_getPropertyChangeListener() == null) {
            ClassDescriptor type = aggregate.getReferenceDescriptor();
            type.getObjectChangePolicy()
                    .setAggregateChangeListener(entity.entity(), embedded, entity.getUnitOfWork(), type, attribute);
        }
    }

    @Override
    public void setAggregateChangeListener(
            Object parent, Object embedded, UnitOfWorkImpl unit, ClassDescriptor descriptor, String attribute) {
        AttributeChangeListener outer =
                (AttributeChangeListener) ((ChangeTracker) parent)._persistence_getPropertyChangeListener();
        InStepListener entity = outer instanceof InStepListener own ? own : Listener.entity(outer);
        if (entity == null) {
            super.setAggregateChangeListener(parent, embedded, unit, descriptor, attribute);
        } else {
            String path = Listener.path(outer) + attribute + ".";
            ((ChangeTracker) embedded)
                    ._persistence_setPropertyChangeListener(
                            new Listener(descriptor, unit, outer, attribute, embedded, entity, path));
            listenWithin(embedded, unit, descriptor);
        }
    }

    private void listenWithin(Object embedded, UnitOfWorkImpl unit, ClassDescriptor descriptor) {
        for (DatabaseMapping mapping : descriptor.getMappings()) {
            if (mapping instanceof AggregateObjectMapping inner
                    && inner.getAttributeValueFromObject(embedded) instanceof ChangeTracker nested) {
                setAggregateChangeListener(
                        embedded, nested, unit, inner.getReferenceDescriptor(), inner.getAttributeName());
            }
        }
    }

    private static final class Listener extends AggregateAttributeChangeListener {
        private static final long serialVersionUID = 1L;

        private final transient InStepListener entity;
        private final String path;

        Listener(
                ClassDescriptor descriptor,
                UnitOfWorkImpl unit,
                AttributeChangeListener outer,
                String attribute,
                Object embedded,
                InStepListener entity,
                String path) {
            super(descriptor, unit, outer, attribute, embedded);
            this.entity = entity;
            this.path = path;
        }

        private static @Nullable InStepListener entity(@Nullable AttributeChangeListener listener) {
            return listener instanceof Listener embedded ? embedded.entity : null;
        }

        private static String path(@Nullable AttributeChangeListener listener) {
            return listener instanceof Listener embedded ? embedded.path : "";
        }

        /** An object that the entity has given up tells nobody. */
        @Override
        public void propertyChange(PropertyChangeEvent event) {
            super.propertyChange(event);
            if (!ignoreEvents && parentListener != null) {
                entity.changed(path + event.getPropertyName(), event);
            }
        }
    }
}
