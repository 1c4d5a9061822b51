// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.DescriptorEvent;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;

/**
 * Lets relations of entities that JPQL or an entity manager has read refuse to load when those of sessions do. Relies
 * on EclipseLink telling of each entity that it has copied, refreshed or merged into a unit of work, if its own class
 * has a listener; LazyNeighbourTest would notice. Thread-safe.
 */
final class GuardedReads extends OwnListener {
    private GuardedReads() {}

    /** Once for a persistence unit. */
    static void install(Iterable<ClassDescriptor> descriptors) {
        GuardedReads listener = new GuardedReads();
        for (ClassDescriptor descriptor : descriptors) {
            if (MappedUnit.isEntity(descriptor)) {
                descriptor.getEventManager().addListener(listener);
            }
        }
    }

    /** Those that were read before the first session. */
    static void guardAll(UnitOfWorkImpl unit, LazyLoads loads) {
        for (Object entity : unit.getCloneMapping().keySet().toArray()) {
            loads.guard(entity);
        }
    }

    @Override
    public void postClone(DescriptorEvent event) {
        guard(event);
    }

    @Override
    public void postRefresh(DescriptorEvent event) {
        guard(event);
    }

    @Override
    public void postMerge(DescriptorEvent event) {
        guard(event);
    }

    /** What sessions read is theirs already. */
    private static void guard(DescriptorEvent event) {
        if (!(event.getQuery() instanceof EntityQuery) && event.getSession() instanceof UnitOfWorkImpl unit) {
            SessionContext.find(unit).ifPresent(context -> context.lazyLoads().guard(event.getSource()));
        }
    }
}
