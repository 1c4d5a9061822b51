// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import java.util.HashSet;
import java.util.Set;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.internal.sessions.UnitOfWorkChangeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is flushed within a block, apart from what was flushed before it. Relies on a unit of work that is cleared
 * asking whose classes were updated, so that the shared cache forgets them: those of before are, too; NestedCacheTest
 * would notice.
 */
final class BlockChanges extends UnitOfWorkChangeSet {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable UnitOfWorkChangeSet before;

    BlockChanges(AbstractSession session, @Nullable UnitOfWorkChangeSet before) {
        super(session);
        this.before = before;
    }

    @Override
    public @Nullable Set<ClassDescriptor> findUpdatedObjectsClasses() {
        Set<ClassDescriptor> inside = super.findUpdatedObjectsClasses();
        Set<ClassDescriptor> outside = before == null ? null : before.findUpdatedObjectsClasses();
        if (inside == null || outside == null) {
            return inside == null ? outside : inside;
        }
        Set<ClassDescriptor> all = new HashSet<>(inside);
        all.addAll(outside);
        return all;
    }
}
