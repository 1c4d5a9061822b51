// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.changetracking.AttributeChangeTrackingPolicy;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.queries.MappedKeyMapContainerPolicy;
import org.eclipse.persistence.internal.weaving.PersistenceWeavedChangeTracking;
import org.eclipse.persistence.mappings.AggregateCollectionMapping;
import org.eclipse.persistence.mappings.AggregateObjectMapping;
import org.eclipse.persistence.mappings.CollectionMapping;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.DirectCollectionMapping;
import org.eclipse.persistence.mappings.OneToOneMapping;
import org.eclipse.persistence.mappings.converters.Converter;
import org.eclipse.persistence.mappings.converters.EnumTypeConverter;
import org.eclipse.persistence.mappings.converters.SerializedObjectConverter;
import org.eclipse.persistence.mappings.converters.UUIDConverter;
import org.eclipse.persistence.mappings.foundation.AbstractDirectMapping;
import org.eclipse.persistence.queries.DirectReadQuery;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.server.ServerSession;
import org.jspecify.annotations.Nullable;

/**
 * Mends what EclipseLink 4.0.9 gets wrong about PostgreSQL's types: it serializes what it does not know, binds dates
 * and times by way of {@code java.sql}, cannot handle a {@code uuid} that is null, and knows no arrays, JSON or
 * enumerations of the database's. Converters of the application's own are left alone. Relies on converters being asked
 * by their mappings for each value, and on a column that is said to be a text being read as one; TypesTest would
 * notice. For one use by one thread.
 */
final class Conversions {
    private static final String PROPERTY = Conversions.class.getName();

    private final ServerSession session;
    private final AttributeTypes types = new AttributeTypes();
    private final Set<ClassDescriptor> seen = new HashSet<>();

    /** Columns of converted attributes, and as what EclipseLink reads them. */
    private final Map<DatabaseField, Integer> converted = new HashMap<>();

    private Conversions(ServerSession session) {
        this.session = session;
    }

    /** Once for a persistence unit, when its mappings are complete, and before it is used. */
    static void install(ServerSession session) {
        synchronized (session) {
            if (session.getProperty(PROPERTY) == null) {
                session.setProperty(PROPERTY, true);
                new Conversions(session).installAll();
            }
        }
    }

    /** What is embedded is reached from where it is: it has mappings of its own there. */
    private void installAll() {
        List<ClassDescriptor> entities = session.getDescriptors().values().stream()
                .filter(descriptor ->
                        !descriptor.isAggregateDescriptor() && !descriptor.isAggregateCollectionDescriptor())
                .toList();
        entities.forEach(entity -> install(entity, Place.ENTITY));
        entities.forEach(this::installReferences);
        entities.forEach(this::readConverted);
    }

    private void install(ClassDescriptor descriptor, Place place) {
        if (!seen.add(descriptor)) {
            return;
        }
        boolean tracked = descriptor.supportsChangeTracking(session.getProject());
        descriptor.getMappings().forEach(mapping -> install(descriptor, mapping, place));
        if (!tracked && place == Place.ENTITY) {
            track(descriptor);
        }
    }

    private void install(ClassDescriptor descriptor, DatabaseMapping mapping, Place around) {
        Place place = mapping.isPrimaryKeyMapping() ? Place.KEY : around;
        if (mapping instanceof AbstractDirectMapping direct) {
            Optional<Member> member = Member.of(descriptor.getJavaClass(), direct.getAttributeName());
            member.ifPresent(found -> direct(direct, found, place));
        } else if (mapping instanceof AggregateObjectMapping embedded) {
            install(embedded.getReferenceDescriptor(), place == Place.KEY ? place : Place.EMBEDDED);
            embedded.getReferenceDescriptor().getAllFields().forEach(this::readConverted);
        } else if (mapping instanceof CollectionMapping collection) {
            Member.of(descriptor.getJavaClass(), collection.getAttributeName())
                    .ifPresent(member -> collection(collection, member));
        }
    }

    private void direct(AbstractDirectMapping mapping, Member member, Place place) {
        Converter converter = mapping.getConverter();
        if (converter instanceof UUIDConverter) {
            mapping.setConverter(new NullableUuid());
            mapping.getField().setSqlType(Types.OTHER);
        } else if (place == Place.KEY && member.type() == Instant.class && isOurs(converter)) {
            mapping.setConverter(new InstantKey());
            mapping.setIsMutable(false);
            asTimestamp(mapping.getField());
            mapping.getDescriptor()
                    .getObjectBuilder()
                    .getPrimaryKeyClassifications()
                    .replaceAll(this::keyClass);
        } else if (place != Place.KEY) {
            type(member, converter).ifPresent(type -> {
                mapping.setConverter(type);
                mapping.setIsMutable(type.isMutable());
                int sqlType = place == Place.EMBEDDED ? Types.OTHER : type.readAs();
                as(mapping.getField(), sqlType);
                converted.put(mapping.getField(), sqlType);
            });
        }
    }

    /** What was to be serialized is a point in time. */
    private Class<?> keyClass(Class<?> before) {
        return before == byte[].class ? Timestamp.class : before;
    }

    /** What our own annotations say is so, whatever else converts the attribute. */
    private Optional<TypeConverter<?>> type(Member member, @Nullable Converter converter) {
        if (converter instanceof TypeConverter<?>) {
            return Optional.empty();
        }
        Optional<TypeConverter<?>> said = types.said(member.element(), member.type());
        return said.isPresent() || !isOurs(converter) ? said : types.ofValue(member.element(), member.type());
    }

    /** Whether EclipseLink chose it by itself. */
    private static boolean isOurs(@Nullable Converter converter) {
        return converter == null
                || converter instanceof SerializedObjectConverter
                || converter instanceof EnumTypeConverter;
    }

    private static void as(DatabaseField field, int sqlType) {
        field.setType(BoundValue.class);
        field.setSqlType(sqlType);
    }

    private void readConverted(ClassDescriptor descriptor) {
        descriptor.getFields().forEach(this::readConverted);
    }

    /** Mappings and descriptors may have objects of their own for a field. */
    private void readConverted(DatabaseField field) {
        Integer sqlType = converted.get(field);
        if (sqlType != null) {
            as(field, sqlType);
        }
    }

    private static void asTimestamp(DatabaseField field) {
        field.setType(Timestamp.class);
        field.setSqlType(Types.TIMESTAMP);
    }

    private void collection(CollectionMapping mapping, Member member) {
        if (mapping instanceof DirectCollectionMapping values) {
            values(values, member);
        } else if (mapping instanceof AggregateCollectionMapping objects) {
            install(objects.getReferenceDescriptor(), Place.EMBEDDED);
        }
        if (mapping.getContainerPolicy() instanceof MappedKeyMapContainerPolicy map
                && map.getKeyMapping() instanceof AbstractDirectMapping key) {
            keys(key, member);
        }
    }

    private void values(DirectCollectionMapping values, Member member) {
        if (values.getValueConverter() instanceof UUIDConverter) {
            valueConverter(values, new NullableUuid());
            values.getDirectField().setSqlType(Types.OTHER);
        } else if (isOurs(values.getValueConverter())) {
            types.ofValue(member.element(), member.lastArgument()).ifPresent(type -> {
                valueConverter(values, type);
                as(values.getDirectField(), type.readAs());
            });
        }
    }

    /** The query that reads the values has a converter of its own. */
    private static void valueConverter(DirectCollectionMapping values, Converter converter) {
        values.setValueConverter(converter);
        if (values.getSelectionQuery() instanceof DirectReadQuery query) {
            query.setValueConverter(converter);
        }
    }

    private void keys(AbstractDirectMapping key, Member member) {
        if (key.getConverter() instanceof UUIDConverter) {
            key.setConverter(new NullableUuid());
            key.getField().setSqlType(Types.OTHER);
        } else if (isOurs(key.getConverter())) {
            types.ofValue(Conversions.class, member.firstArgument()).ifPresent(type -> {
                key.setConverter(type);
                as(key.getField(), type.readAs());
            });
        }
    }

    /** What was serialized was taken for something that changes itself. */
    private void track(ClassDescriptor descriptor) {
        descriptor.getObjectBuilder().getCloningMappings().removeIf(mapping -> !mapping.isCloningRequired());
        boolean woven = PersistenceWeavedChangeTracking.class.isAssignableFrom(descriptor.getJavaClass());
        if (woven && descriptor.supportsChangeTracking(session.getProject())) {
            descriptor.setObjectChangePolicy(new AttributeChangeTrackingPolicy());
            descriptor.getObjectChangePolicy().initialize(session, descriptor);
            descriptor.getMappings().forEach(mapping -> {
                if (mapping instanceof AggregateObjectMapping embedded) {
                    track(embedded.getReferenceDescriptor());
                }
            });
        }
    }

    private void installReferences(ClassDescriptor descriptor) {
        descriptor.getMappings().forEach(mapping -> {
            if (mapping instanceof OneToOneMapping reference && !reference.hasRelationTableMechanism()) {
                reference
                        .getSourceToTargetKeyFields()
                        .forEach((own, target) -> reference(own, target, reference.getReferenceDescriptor()));
            } else if (mapping instanceof AggregateObjectMapping embedded) {
                installReferences(embedded.getReferenceDescriptor());
            }
        });
    }

    private static void reference(DatabaseField own, DatabaseField target, ClassDescriptor descriptor) {
        DatabaseMapping mapping = descriptor.getObjectBuilder().getMappingForField(target);
        if (mapping == null) {
            return;
        }
        if (mapping.getAttributeClassification() == UUID.class) {
            own.setSqlType(Types.OTHER);
        } else if (mapping instanceof AbstractDirectMapping direct && direct.getConverter() instanceof InstantKey) {
            asTimestamp(own);
        }
    }

    /** Where a mapping is. */
    private enum Place {
        ENTITY,
        KEY,
        /** Nulls are bound by what the columns are said to be, if there is no object. */
        EMBEDDED
    }

    /** Keys are what caches find entities by, so EclipseLink itself has to read and bind them. */
    static final class InstantKey implements Converter {
        private static final long serialVersionUID = 1L;

        @Override
        @SuppressWarnings("NullAway") // a null for a null
        public Object convertObjectValueToDataValue(@Nullable Object value, Session session) {
            return value instanceof Instant instant ? Timestamp.from(instant) : value;
        }

        @Override
        @SuppressWarnings("NullAway") // a null for a null
        public Object convertDataValueToObjectValue(@Nullable Object value, Session session) {
            return value instanceof Timestamp timestamp ? timestamp.toInstant() : value;
        }

        @Override
        public boolean isMutable() {
            return false;
        }

        @Override
        public void initialize(DatabaseMapping mapping, Session session) {}
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
