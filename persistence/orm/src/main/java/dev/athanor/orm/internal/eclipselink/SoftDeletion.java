// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.annotations.SoftDelete;
import dev.athanor.orm.EntityFilter;
import dev.athanor.orm.FilteredRow;
import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.sql.Condition;
import dev.athanor.sql.SqlTypes;
import java.beans.PropertyChangeEvent;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.changetracking.ChangeTracker;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.foundation.AbstractDirectMapping;
import org.eclipse.persistence.queries.FetchGroupTracker;
import org.jspecify.annotations.Nullable;

/**
 * The attribute by which entities of a class are deleted while their rows stay. Relies on weaving's listeners being
 * told of changes; SoftDeleteTest would notice. Immutable and thread-safe.
 */
final class SoftDeletion {
    private final AbstractDirectMapping mapping;
    private final Class<?> type;

    private SoftDeletion(AbstractDirectMapping mapping) {
        this.mapping = mapping;
        this.type = mapping.getAttributeClassification();
    }

    /** That of a class, if it has one. */
    static Optional<SoftDeletion> of(ClassDescriptor descriptor) {
        return descriptor.getMappings().stream()
                .filter(mapping -> isMarked(descriptor.getJavaClass(), mapping.getAttributeName()))
                .map(mapping -> checked(descriptor, mapping))
                .findFirst();
    }

    private static boolean isMarked(Class<?> type, String attribute) {
        for (Class<?> declaring = type; declaring != null; declaring = declaring.getSuperclass()) {
            Stream<? extends AnnotatedElement> fields = Arrays.stream(declaring.getDeclaredFields())
                    .filter(field -> field.getName().equals(attribute))
                    .map(Field.class::cast);
            Stream<? extends AnnotatedElement> getters = Arrays.stream(declaring.getDeclaredMethods())
                    .filter(method -> isGetter(method, attribute))
                    .map(Method.class::cast);
            if (Stream.concat(fields, getters).anyMatch(element -> element.isAnnotationPresent(SoftDelete.class))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isGetter(Method method, String attribute) {
        String name = attribute.substring(0, 1).toUpperCase(Locale.ROOT) + attribute.substring(1);
        return method.getParameterCount() == 0
                && (method.getName().equals("get" + name) || method.getName().equals("is" + name));
    }

    private static SoftDeletion checked(ClassDescriptor descriptor, DatabaseMapping mapping) {
        if (mapping instanceof AbstractDirectMapping direct) {
            SoftDeletion deletion = new SoftDeletion(direct);
            if (deletion.isFlag() ? !direct.hasConverter() : deletion.now(Clock.systemUTC()) != null) {
                return deletion;
            }
        }
        throw new OrmException(
                OrmError.MAPPING_UNSUPPORTED,
                descriptor.getJavaClassName() + "." + mapping.getAttributeName()
                        + " says whether an entity is deleted, and has to be an Instant, an OffsetDateTime, a"
                        + " LocalDateTime, or a boolean without a converter");
    }

    private boolean isFlag() {
        return type == boolean.class || type == Boolean.class;
    }

    /** The filter that shows those that live. */
    EntityFilter filter(ClassDescriptor descriptor) {
        return EntityFilter.all(EntityFilter.LIVING, descriptor.getJavaClass(), this::isLiving);
    }

    private Condition isLiving(FilteredRow row) {
        String name = mapping.getAttributeName();
        return isFlag()
                ? row.attribute(name, SqlTypes.BOOLEAN).isTrue().not()
                : row.attribute(name, SqlTypes.TIMESTAMPTZ).isNull();
    }

    /** What an entity says; null, or false, if it lives. */
    @Nullable
    Object mark(Object entity) {
        return mapping.getAttributeValueFromObject(entity);
    }

    boolean isDeleted(Object entity) {
        Object mark = mark(entity);
        return mark != null && !mark.equals(false);
    }

    /** What entities say that are deleted now. */
    Object deletedNow(Clock clock) {
        return isFlag() ? true : Objects.requireNonNull(now(clock));
    }

    private @Nullable Object now(Clock clock) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (type == Instant.class) {
            return now;
        }
        if (type == OffsetDateTime.class) {
            return now.atOffset(ZoneOffset.UTC);
        }
        return type == LocalDateTime.class ? LocalDateTime.ofInstant(now, clock.getZone()) : null;
    }

    /** Lets an entity live again. */
    void restore(Object entity) {
        set(entity, isFlag() ? false : null);
    }

    /** Sets the attribute as the entity itself would. */
    void set(Object entity, @Nullable Object mark) {
        String name = mapping.getAttributeName();
        if (entity instanceof FetchGroupTracker partial && !partial._persistence_isAttributeFetched(name)) {
            partial._persistence_getFetchGroup().onUnfetchedAttribute(partial, name);
        }
        Object before = mark(entity);
        mapping.setAttributeValueInObject(entity, mark);
        if (entity instanceof ChangeTracker tracker && tracker._persistence_getPropertyChangeListener() != null) {
            tracker._persistence_getPropertyChangeListener()
                    .propertyChange(new PropertyChangeEvent(entity, name, before, mark));
        }
    }
}
