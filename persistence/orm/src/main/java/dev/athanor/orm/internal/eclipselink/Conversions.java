// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import java.sql.Types;
import java.util.UUID;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.mappings.AggregateCollectionMapping;
import org.eclipse.persistence.mappings.AggregateObjectMapping;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.DirectCollectionMapping;
import org.eclipse.persistence.mappings.OneToOneMapping;
import org.eclipse.persistence.mappings.converters.UUIDConverter;
import org.eclipse.persistence.mappings.foundation.AbstractDirectMapping;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.server.ServerSession;
import org.jspecify.annotations.Nullable;

/**
 * Mends what EclipseLink 4.0.9 gets wrong about PostgreSQL's types: a {@code uuid} that is null can neither be read nor
 * written. Relies on converters being asked by their mappings for each value; TypesTest would notice.
 */
final class Conversions {
    private Conversions() {}

    /** Once for a persistence unit, before its first session. */
    static void install(ServerSession session) {
        session.getDescriptors().values().forEach(Conversions::install);
    }

    private static void install(ClassDescriptor descriptor) {
        descriptor.getMappings().forEach(Conversions::install);
    }

    private static void install(DatabaseMapping mapping) {
        if (mapping instanceof AbstractDirectMapping direct && direct.getConverter() instanceof UUIDConverter) {
            direct.setConverter(new NullableUuid());
            direct.getField().setSqlType(Types.OTHER);
        } else if (mapping instanceof DirectCollectionMapping values
                && values.getValueConverter() instanceof UUIDConverter) {
            values.setValueConverter(new NullableUuid());
            values.getDirectField().setSqlType(Types.OTHER);
        } else if (mapping instanceof AggregateObjectMapping || mapping instanceof AggregateCollectionMapping) {
            install(mapping.getReferenceDescriptor());
        } else if (mapping instanceof OneToOneMapping reference) {
            reference.getSourceToTargetKeyFields().forEach((own, target) -> {
                if (isUuid(reference.getReferenceDescriptor(), target)) {
                    own.setSqlType(Types.OTHER);
                }
            });
        }
    }

    private static boolean isUuid(ClassDescriptor descriptor, DatabaseField field) {
        DatabaseMapping mapping = descriptor.getObjectBuilder().getMappingForField(field);
        return mapping != null && mapping.getAttributeClassification() == UUID.class;
    }

    /** EclipseLink's own fails on null. */
    private static final class NullableUuid extends UUIDConverter {
        private static final long serialVersionUID = 1L;

        @Override
        @SuppressWarnings("NullAway") // a null for a null
        public Object convertDataValueToObjectValue(@Nullable Object value, Session session) {
            return value == null ? null : super.convertDataValueToObjectValue(value, session);
        }
    }
}
