// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import java.util.List;
import java.util.Map;
import org.eclipse.persistence.internal.sessions.ChangeRecord;
import org.eclipse.persistence.internal.sessions.ObjectChangeSet;
import org.eclipse.persistence.internal.sessions.UnitOfWorkChangeSet;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.CollectionMapping;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;
import org.eclipse.persistence.sessions.server.ServerSession;

/**
 * Changes of collections of values, and of those with an order: EclipseLink loses keys and places that several flushes
 * of one transaction change when it brings what was changed to the shared cache, and nested blocks flush more often.
 * The shared cache is to forget such entities instead. Relies on being told before the shared cache is changed;
 * NestedFuzzTest would notice.
 */
final class RepeatedChanges extends SessionEventAdapter {
    private RepeatedChanges() {}

    static void install(ServerSession session) {
        session.getEventManager().addListener(new RepeatedChanges());
    }

    @Override
    public void preMergeUnitOfWorkChangeSet(SessionEvent event) {
        UnitOfWorkChangeSet changes = (UnitOfWorkChangeSet) event.getProperty("UnitOfWorkChangeSet");
        if (changes.getSession() instanceof UnitOfWorkImpl unit) {
            for (Map<ObjectChangeSet, ObjectChangeSet> ofClass :
                    List.copyOf(changes.getObjectChanges().values())) {
                ofClass.values().forEach(change -> distrust(unit, change));
            }
        }
    }

    /** To bring them to the shared cache could even fail, when the transaction is committed already. */
    private static void distrust(UnitOfWorkImpl unit, ObjectChangeSet change) {
        List<String> attributes = change.getChanges().stream()
                .filter(RepeatedChanges::isDistrusted)
                .map(record -> record.getAttribute())
                .toList();
        attributes.forEach(change::removeChange);
        if (!attributes.isEmpty()) {
            Forgetting.later(unit, change.getDescriptor(), change.getId());
        }
    }

    private static boolean isDistrusted(org.eclipse.persistence.sessions.changesets.ChangeRecord record) {
        return record instanceof ChangeRecord known
                && known.getMapping() instanceof CollectionMapping many
                && (many.isDirectCollectionMapping()
                        || many.isAggregateCollectionMapping()
                        || many.getListOrderField() != null);
    }
}
