// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.annotations.CreatedAt;
import dev.athanor.annotations.CreatedBy;
import dev.athanor.annotations.UpdatedAt;
import dev.athanor.annotations.UpdatedBy;
import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.orm.audit.Auditing;
import dev.athanor.sql.SqlTypes;
import dev.athanor.sql.tree.Bind;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.mappings.foundation.AbstractDirectMapping;
import org.jspecify.annotations.Nullable;

/**
 * An attribute that is filled by itself. Immutable.
 *
 * @param attribute its name
 * @param field what it is kept in
 * @param type the attribute's
 * @param updated whether updates fill it, too
 */
record Stamp(String attribute, DatabaseField field, Class<?> type, boolean updated) {
    private static final List<Class<?>> TYPES =
            List.of(String.class, Instant.class, OffsetDateTime.class, LocalDateTime.class);

    /** What a mapping is annotated to be. */
    static Optional<Stamp> of(AbstractDirectMapping mapping) {
        boolean updated = Annotated.has(mapping, UpdatedAt.class) || Annotated.has(mapping, UpdatedBy.class);
        if (!updated && !Annotated.has(mapping, CreatedAt.class) && !Annotated.has(mapping, CreatedBy.class)) {
            return Optional.empty();
        }
        Class<?> type = mapping.getAttributeClassification();
        if (!TYPES.contains(type)) {
            throw new OrmException(
                    OrmError.MAPPING_UNSUPPORTED,
                    "\"" + mapping.getAttributeName() + "\" of "
                            + mapping.getDescriptor().getJavaClassName()
                            + " is to be filled by itself, and is a " + type.getName()
                            + "; make it a String, an Instant, an OffsetDateTime or a LocalDateTime");
        }
        return Optional.of(new Stamp(mapping.getAttributeName(), mapping.getField(), type, updated));
    }

    /** What it is filled with; null if nobody is known. */
    @Nullable
    Object value(Auditing auditing, Instant now) {
        if (type == String.class) {
            return auditing.who().orElse(null);
        }
        if (type == Instant.class) {
            return now;
        }
        return type == OffsetDateTime.class
                ? now.atOffset(ZoneOffset.UTC)
                : LocalDateTime.ofInstant(now, ZoneOffset.UTC);
    }

    /** The same, for a statement. */
    Bind bind(Auditing auditing, Instant now) {
        Object value = value(auditing, now);
        if (value instanceof Instant instant) {
            return Bind.of(SqlTypes.INSTANT, instant);
        }
        if (value instanceof OffsetDateTime time) {
            return Bind.of(SqlTypes.TIMESTAMPTZ, time);
        }
        if (value instanceof LocalDateTime time) {
            return Bind.of(SqlTypes.TIMESTAMP, time);
        }
        return value == null ? Bind.ofNull(SqlTypes.TEXT) : Bind.of(SqlTypes.TEXT, (String) value);
    }
}
