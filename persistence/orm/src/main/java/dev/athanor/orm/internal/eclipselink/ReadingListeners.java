// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import java.util.List;
import java.util.Map;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.DescriptorEventListener;
import org.eclipse.persistence.descriptors.DescriptorEventManager;
import org.eclipse.persistence.internal.jpa.metadata.listeners.EntityListener;

/**
 * Whether anybody wants to know that an entity was read: an event for each row is dear. Relies on EclipseLink's own
 * listeners being for validation, before rows are written; EntityEventTest would notice those of callbacks, and
 * HydrationTest all others.
 */
final class ReadingListeners {
    private ReadingListeners() {}

    /** Whether there are any for the entities of a class. */
    static boolean areThere(ClassDescriptor descriptor) {
        return DescriptorEventListener.class.isAssignableFrom(descriptor.getJavaClass())
                || hear(descriptor.getEventManager())
                || (descriptor.isChildDescriptor()
                        && areThere(descriptor.getInheritancePolicy().getParentDescriptor()));
    }

    private static boolean hear(DescriptorEventManager events) {
        return events.getPostBuildSelector() != null
                || events.getPostCloneSelector() != null
                || hear(events.getEventListeners())
                || hear(events.getDefaultEventListeners())
                || hear(events.getEntityListenerEventListeners())
                || (events.hasEntityEventListener() && hears(events.getEntityEventListener()));
    }

    private static boolean hear(List<DescriptorEventListener> listeners) {
        return listeners.stream().anyMatch(ReadingListeners::hears);
    }

    private static boolean hears(DescriptorEventListener listener) {
        if (listener instanceof EntityListener<?> callbacks) {
            Map<String, ?> methods = callbacks.getAllEventMethods();
            return methods.containsKey(EntityListener.POST_BUILD) || methods.containsKey(EntityListener.POST_CLONE);
        }
        return !(listener instanceof OwnListener);
    }
}
