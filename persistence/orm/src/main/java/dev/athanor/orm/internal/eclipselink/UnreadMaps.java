// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import java.util.Map;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.indirection.IndirectContainer;
import org.eclipse.persistence.internal.queries.MappedKeyMapContainerPolicy;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.DirectMapMapping;

/**
 * How maps of values are gone through, so that one that is not loaded has nothing to give: EclipseLink looks for new
 * entities among the keys of each map of what it writes, for which it would load them all. Relies on whatever else it
 * goes through being loaded before; LoadKindsTest and LoadRefusalTest would notice.
 */
final class UnreadMaps extends MappedKeyMapContainerPolicy {
    private static final long serialVersionUID = 1L;

    private UnreadMaps(MappedKeyMapContainerPolicy known) {
        super(known.getContainerClass());
        setContainerClassName(known.getContainerClassName());
        setElementDescriptor(known.getElementDescriptor());
        setKeyMapping(known.getKeyMapping());
        setValueMapping(known.getValueMapping());
        setKeyQuery(known.getKeyQuery());
    }

    /** Lets the maps of values of these classes be gone through so. */
    static void install(Iterable<ClassDescriptor> descriptors) {
        for (ClassDescriptor descriptor : descriptors) {
            for (DatabaseMapping mapping : descriptor.getMappings()) {
                if (mapping instanceof DirectMapMapping map
                        && map.getContainerPolicy().getClass() == MappedKeyMapContainerPolicy.class) {
                    map.setContainerPolicy(new UnreadMaps((MappedKeyMapContainerPolicy) map.getContainerPolicy()));
                }
            }
        }
    }

    @Override
    public Object iteratorFor(Object container) {
        return super.iteratorFor(
                container instanceof IndirectContainer<?> map && !map.isInstantiated() ? Map.of() : container);
    }
}
