// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import java.beans.PropertyChangeEvent;
import java.beans.PropertyChangeListener;
import java.util.Map;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.changetracking.AttributeChangeTrackingPolicy;
import org.eclipse.persistence.descriptors.changetracking.ChangeTracker;
import org.eclipse.persistence.internal.descriptors.changetracking.AttributeChangeListener;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;

/**
 * Tracks the changes of entities as EclipseLink does, and tells the unit of work of those in relations that have two
 * sides. Relies on woven entities having the listener that this gives them; BothSidesTest would notice.
 */
final class InStepPolicy extends AttributeChangeTrackingPolicy {
    private static final long serialVersionUID = 1L;

    private final transient Map<String, String> partners;

    InStepPolicy(Map<String, String> partners) {
        this.partners = partners;
    }

    /** Lets the classes of a unit tell of such changes. */
    static void install(Iterable<ClassDescriptor> descriptors, Partners partners) {
        for (ClassDescriptor descriptor : descriptors) {
            boolean tracked = descriptor.getObjectChangePolicyInternal() != null
                    && descriptor.getObjectChangePolicyInternal().getClass() == AttributeChangeTrackingPolicy.class;
            if (tracked && !partners.of(descriptor).isEmpty()) {
                descriptor.setObjectChangePolicy(new InStepPolicy(partners.of(descriptor)));
            }
        }
    }

    @Override
    public PropertyChangeListener setChangeListener(Object entity, UnitOfWorkImpl unit, ClassDescriptor descriptor) {
        Listener listener = new Listener(descriptor, unit, entity, partners);
        ((ChangeTracker) entity)._persistence_setPropertyChangeListener(listener);
        return listener;
    }

    private static final class Listener extends AttributeChangeListener {
        private static final long serialVersionUID = 1L;

        private final transient Map<String, String> partners;

        Listener(ClassDescriptor descriptor, UnitOfWorkImpl unit, Object entity, Map<String, String> partners) {
            super(descriptor, unit, entity);
            this.partners = partners;
        }

        @Override
        public void propertyChange(PropertyChangeEvent event) {
            super.propertyChange(event);
            if (!ignoreEvents && partners.containsKey(event.getPropertyName())) {
                SessionContext.find(uow).ifPresent(context -> context.sides().changed(owner, event));
            }
        }
    }
}
