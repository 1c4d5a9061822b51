// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.annotations.Masked;
import dev.athanor.sql.tree.JoinedSource;
import dev.athanor.sql.tree.Source;
import dev.athanor.sql.tree.TableSource;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Member;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.mappings.AggregateCollectionMapping;
import org.eclipse.persistence.mappings.AggregateObjectMapping;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.DirectCollectionMapping;
import org.jspecify.annotations.Nullable;

/** The columns of a persistence unit whose values are not to be shown. Immutable and thread-safe. */
final class MaskedColumns {
    private final Map<String, Set<String>> columns = new HashMap<>();
    private final Set<DatabaseMapping> mappings = new HashSet<>();

    private MaskedColumns() {}

    /** Those whose attributes are annotated. What is embedded has columns in each of the entities that have it. */
    static MaskedColumns of(Collection<ClassDescriptor> descriptors) {
        MaskedColumns masked = new MaskedColumns();
        descriptors.stream().filter(MappedUnit::isEntity).forEach(descriptor -> masked.add(descriptor, false));
        return masked;
    }

    private void add(ClassDescriptor descriptor, boolean all) {
        descriptor.getMappings().forEach(mapping -> add(descriptor, mapping, all || isMasked(descriptor, mapping)));
    }

    private void add(ClassDescriptor owner, DatabaseMapping mapping, boolean masked) {
        if (masked) {
            mappings.add(mapping);
            fields(mapping).forEach(field -> add(owner, field));
        }
        if (mapping instanceof AggregateObjectMapping || mapping instanceof AggregateCollectionMapping) {
            add(mapping.getReferenceDescriptor(), masked);
        }
    }

    private static List<DatabaseField> fields(DatabaseMapping mapping) {
        return mapping instanceof DirectCollectionMapping values
                ? List.of(values.getDirectField())
                : mapping.getFields();
    }

    private void add(ClassDescriptor owner, DatabaseField field) {
        String table = field.hasTableName()
                ? Names.of(field.getTable())
                : owner.getTables().isEmpty() ? "" : Names.of(owner.getTables().get(0));
        columns.computeIfAbsent(table, name -> new HashSet<>()).add(Names.of(field));
    }

    /** The annotation is where the attribute is declared: at its field, or at the method that reads it. */
    private static boolean isMasked(ClassDescriptor descriptor, DatabaseMapping mapping) {
        for (Class<?> type = descriptor.getJavaClass(); type != null; type = type.getSuperclass()) {
            if (declared(type).anyMatch(member -> isMasked(member, mapping.getAttributeName()))) {
                return true;
            }
        }
        return false;
    }

    private static Stream<Member> declared(Class<?> type) {
        return Stream.concat(Stream.of(type.getDeclaredFields()), Stream.of(type.getDeclaredMethods()));
    }

    private static boolean isMasked(Member member, String attribute) {
        String capital = attribute.substring(0, 1).toUpperCase(Locale.ROOT) + attribute.substring(1);
        return Set.of(attribute, "get" + capital, "is" + capital).contains(member.getName())
                && ((AnnotatedElement) member).isAnnotationPresent(Masked.class);
    }

    boolean isEmpty() {
        return mappings.isEmpty();
    }

    /** Those of a table. */
    Set<String> of(String table) {
        return Set.copyOf(columns.getOrDefault(table, Set.of()));
    }

    boolean has(DatabaseMapping mapping) {
        return mappings.contains(mapping);
    }

    boolean has(@Nullable String table, String column) {
        return table == null
                ? columns.values().stream().anyMatch(names -> names.contains(column))
                : columns.getOrDefault(table, Set.of()).contains(column);
    }

    boolean has(Source source, String column) {
        if (source instanceof JoinedSource joined) {
            return has(joined.root().name(), column)
                    || joined.parts().stream().anyMatch(part -> has(part.table().name(), column));
        }
        return has(source instanceof TableSource table ? table.name() : null, column);
    }

    boolean has(DatabaseField field) {
        return has(field.hasTableName() ? Names.of(field.getTable()) : null, Names.of(field));
    }

    /** Whether any is named in a text. */
    boolean isNamedIn(String sql) {
        String text = sql.toLowerCase(Locale.ROOT);
        return columns.values().stream()
                .flatMap(Set::stream)
                .anyMatch(column -> text.contains(column.toLowerCase(Locale.ROOT)));
    }
}
