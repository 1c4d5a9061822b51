// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.DescriptorEvent;
import org.eclipse.persistence.internal.sessions.RepeatableWriteUnitOfWork;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;
import org.eclipse.persistence.sessions.server.ServerSession;

/**
 * Lets the other sides of relations know of entities that are new: when they are added, and once more when they are
 * flushed, as EclipseLink does not track what changes in them between; and of those whose changes it finds by
 * comparing, when they are flushed. Relies on its events coming before it looks for changes; BothSidesTest would
 * notice.
 */
final class NewEntities {
    private NewEntities() {}

    static void install(ServerSession session, Partners partners) {
        session.getEventManager().addListener(new Flushes());
        for (ClassDescriptor descriptor : session.getDescriptors().values()) {
            if (MappedUnit.isEntity(descriptor) && !partners.of(descriptor).isEmpty()) {
                descriptor.getEventManager().addListener(new Additions());
            }
        }
    }

    private static final class Flushes extends SessionEventAdapter {
        @Override
        public void preCalculateUnitOfWorkChangeSet(SessionEvent event) {
            UnitOfWorkImpl unit = (UnitOfWorkImpl) event.getSession();
            SessionContext.find(unit).ifPresent(context -> {
                if (unit.hasNewObjects()) {
                    seen(unit, context.sides());
                }
                if (unit instanceof RepeatableWriteUnitOfWork known && Pending.isAnyCompared(known, context.mapped())) {
                    compared(unit, context.sides());
                }
            });
        }

        @Override
        public void preFlushUnitOfWork(SessionEvent event) {
            waiting(event);
        }

        @Override
        public void preCommitUnitOfWork(SessionEvent event) {
            waiting(event);
        }

        /** Before EclipseLink collects those that it looks at. */
        private static void waiting(SessionEvent event) {
            SessionContext.find((UnitOfWorkImpl) event.getSession())
                    .ifPresent(context -> context.sides().flushing());
        }

        @Override
        public void postCalculateUnitOfWorkChangeSet(SessionEvent event) {
            SessionContext.find((UnitOfWorkImpl) event.getSession())
                    .ifPresent(context -> context.sides().flushed());
        }

        /** Entities that have copies tell nothing of their changes. */
        @SuppressWarnings("unchecked") // of EclipseLink's map
        private static void compared(UnitOfWorkImpl unit, Sides sides) {
            Map<Object, Object> known = unit.getCloneMapping();
            IdentityHashMap<Object, Object> copies = new IdentityHashMap<>();
            known.forEach((entity, copy) -> {
                if (copy != null && copy != entity && !unit.isObjectDeleted(entity)) {
                    copies.put(entity, copy);
                }
            });
            copies.forEach(sides::compared);
        }

        private static void seen(UnitOfWorkImpl unit, Sides sides) {
            List<Object> added = new ArrayList<>();
            for (Object entity : unit.getNewObjectsCloneToOriginal().keySet()) {
                added.add(entity);
            }
            added.forEach(sides::added);
        }
    }

    private static final class Additions extends OwnListener {
        @Override
        public void postRefresh(DescriptorEvent event) {
            if (event.getSession() instanceof UnitOfWorkImpl unit) {
                SessionContext.find(unit).ifPresent(context -> context.nesting().read(event.getSource()));
            }
        }

        @Override
        public void prePersist(DescriptorEvent event) {
            SessionContext.find((UnitOfWorkImpl) event.getSession())
                    .ifPresent(context -> context.sides().added(event.getSource()));
        }
    }
}
