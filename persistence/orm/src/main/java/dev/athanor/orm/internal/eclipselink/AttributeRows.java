// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.DirectToFieldMapping;
import org.jspecify.annotations.Nullable;

/**
 * Rows of entities whose columns are attributes and no more, without the records that EclipseLink makes of them. Relies
 * on these having for each field what the mapping makes of its attribute; BulkInsertTest would notice. Immutable.
 */
final class AttributeRows {
    private final DirectToFieldMapping[] mappings;

    private AttributeRows(List<DirectToFieldMapping> mappings) {
        this.mappings = mappings.toArray(DirectToFieldMapping[]::new);
    }

    /** Of entities of a class, if they are so plain. */
    static Optional<AttributeRows> of(ClassDescriptor descriptor, List<DatabaseField> fields) {
        if (descriptor.hasInheritance()
                || descriptor.hasMultipleTables()
                || descriptor.hasMultitenantPolicy()
                || descriptor.usesOptimisticLocking()) {
            return Optional.empty();
        }
        List<DirectToFieldMapping> mappings = new ArrayList<>();
        for (DatabaseField field : fields) {
            if (descriptor.getObjectBuilder().getMappingForField(field) instanceof DirectToFieldMapping mapping
                    && mapping.getClass() == DirectToFieldMapping.class) {
                mappings.add(mapping);
            }
        }
        return mappings.size() == fields.size() ? Optional.of(new AttributeRows(mappings)) : Optional.empty();
    }

    @Nullable
    Object[] row(Object entity, UnitOfWorkImpl unit) {
        @Nullable Object[] row = new Object[mappings.length];
        for (int i = 0; i < row.length; i++) {
            DirectToFieldMapping mapping = mappings[i];
            Object value = mapping.getFieldValue(mapping.getAttributeValueFromObject(entity), unit);
            row[i] = EntityText.plain(value, mapping.getField());
        }
        return row;
    }
}
