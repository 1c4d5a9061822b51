// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import java.util.Map;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.indirection.IndirectContainer;
import org.eclipse.persistence.internal.queries.MappedKeyMapContainerPolicy;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.DirectMapMapping;

/**
 * How maps of values are gone through: one that is not loaded has no keys to be added or deleted with its owner, for
 * which EclipseLink would load it, or fail as it refuses to. Relies on the names of the methods by which it cascades;
 * LoadKindsTest and LoadRefusalTest would notice.
 */
final class UnreadMaps extends MappedKeyMapContainerPolicy {
    private static final long serialVersionUID = 1L;
    private static final StackWalker CALLERS = StackWalker.getInstance();
    private static final int CALLER = 2;

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
        boolean unread = container instanceof IndirectContainer<?> map && !map.isInstantiated() && isCascading();
        return super.iteratorFor(unread ? Map.of() : container);
    }

    private static boolean isCascading() {
        return CALLERS.walk(frames -> frames.skip(CALLER).findFirst())
                .filter(frame -> frame.getMethodName().startsWith("cascade"))
                .isPresent();
    }
}
