// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import org.eclipse.persistence.indirection.IndirectContainer;
import org.eclipse.persistence.internal.indirection.DatabaseValueHolder;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.eclipse.persistence.mappings.OneToOneMapping;

/**
 * Relations that EclipseLink itself has loaded, of entities that no session has read: nothing tells when. Relies on its
 * holders of lazy relations; NestedRelationsTest would notice.
 */
final class ForeignLoads {
    private ForeignLoads() {}

    /** Whether an entity has any whose contents are told by rows of others. */
    static boolean areIn(Object entity, MappedUnit mapped, UnitOfWorkImpl unit) {
        for (RelationPlace place : mapped.lazyRelations(unit.getDescriptor(entity))) {
            if (!isToldByOwnRow(place.mapping()) && isLoadedIn(entity, place, unit)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLoadedIn(Object entity, RelationPlace place, UnitOfWorkImpl unit) {
        return place.bearer(entity, unit)
                .map(bearer -> isLoaded(place.mapping().getAttributeValueFromObject(bearer)))
                .orElse(false);
    }

    /** Whether the row of an entity says what a relation leads to. */
    static boolean isToldByOwnRow(ForeignReferenceMapping relation) {
        return relation instanceof OneToOneMapping reference && Loading.isByKey(reference);
    }

    private static boolean isLoaded(Object attribute) {
        Object holder = attribute instanceof IndirectContainer<?> container ? container.getValueHolder() : attribute;
        return holder instanceof DatabaseValueHolder<?> lazy && !(lazy instanceof LazyValue) && lazy.isInstantiated();
    }
}
