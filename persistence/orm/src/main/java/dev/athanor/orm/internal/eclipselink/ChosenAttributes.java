// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import java.util.HashSet;
import java.util.Set;
import org.eclipse.persistence.descriptors.FetchGroupManager;
import org.eclipse.persistence.internal.queries.EntityFetchGroup;
import org.eclipse.persistence.queries.FetchGroup;
import org.jspecify.annotations.Nullable;

/**
 * The attributes that a query reads of entities, which have a {@link PartGroup} then. Relies on a query asking its
 * group for that of its entities; PartEntityTest would notice.
 */
final class ChosenAttributes extends FetchGroup {
    private static final long serialVersionUID = 1L;

    private final Set<String> there;
    private final Set<String> refused;

    @SuppressWarnings("this-escape") // for one use
    ChosenAttributes(Set<String> attributes, Set<String> left, Set<String> refused) {
        attributes.forEach(this::addAttribute);
        this.refused = refused;
        this.there = new HashSet<>(attributes);
        this.there.addAll(left);
    }

    /** None for entities that are taken for whole. */
    @Override
    public @Nullable EntityFetchGroup getEntityFetchGroup(FetchGroupManager manager) {
        return there.size() == manager.getDescriptor().getMappings().size() ? null : new PartGroup(there, refused);
    }
}
