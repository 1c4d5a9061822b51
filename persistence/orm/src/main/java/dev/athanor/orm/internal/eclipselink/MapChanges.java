// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import java.util.Map;
import org.eclipse.persistence.internal.sessions.DirectMapChangeRecord;
import org.eclipse.persistence.internal.sessions.ObjectChangeSet;
import org.eclipse.persistence.internal.sessions.UnitOfWorkChangeSet;
import org.eclipse.persistence.sessions.changesets.ChangeRecord;
import org.jspecify.annotations.Nullable;

/**
 * Changes of maps of values: EclipseLink loses a key that is changed by two flushes of one transaction when it brings
 * the changes to the shared cache, and blocks flush more often. The shared cache is to forget such entities instead.
 * NestedCacheTest would notice.
 */
final class MapChanges {
    private MapChanges() {}

    static void distrust(@Nullable UnitOfWorkChangeSet flushed) {
        if (flushed == null) {
            return;
        }
        for (Map<ObjectChangeSet, ObjectChangeSet> changes : flushed.getObjectChanges().values()) {
            for (ObjectChangeSet change : changes.values()) {
                for (ChangeRecord record : change.getChanges()) {
                    if (record instanceof DirectMapChangeRecord) {
                        change.setIsInvalid(true);
                    }
                }
            }
        }
    }
}
