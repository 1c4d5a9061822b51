// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.internal.eclipselink.TableParts.Traits;
import dev.athanor.orm.mapping.TableName;
import dev.athanor.orm.mapping.UnitTables;
import jakarta.persistence.EntityManagerFactory;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.InheritancePolicy;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.helper.DatabaseTable;
import org.eclipse.persistence.internal.queries.ContainerPolicy;
import org.eclipse.persistence.internal.queries.MappedKeyMapContainerPolicy;
import org.eclipse.persistence.jpa.JpaHelper;
import org.eclipse.persistence.mappings.AggregateCollectionMapping;
import org.eclipse.persistence.mappings.AggregateObjectMapping;
import org.eclipse.persistence.mappings.CollectionMapping;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.DirectCollectionMapping;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.eclipse.persistence.mappings.ManyToManyMapping;
import org.eclipse.persistence.mappings.OneToManyMapping;
import org.eclipse.persistence.mappings.OneToOneMapping;
import org.eclipse.persistence.mappings.RelationTableMechanism;
import org.eclipse.persistence.mappings.foundation.AbstractDirectMapping;
import org.eclipse.persistence.sessions.server.ServerSession;
import org.jspecify.annotations.Nullable;

/**
 * Finds the tables of a persistence unit in EclipseLink's mappings, after the conversions of sessions were installed.
 * Relies on mappings having the fields that they use after initialization; the tests of models would notice. For one
 * use by one thread.
 */
public final class MappedTables {
    private final ServerSession session;
    private final ColumnTypes types = new ColumnTypes();
    private final Map<TableName, TableParts> tables = new LinkedHashMap<>();
    private final NumberSources sequences;
    private final Set<Class<?>> entities = new LinkedHashSet<>();

    private MappedTables(ServerSession session) {
        this.session = session;
        this.sequences = new NumberSources(session, this::parts);
    }

    /** Of a unit that is on the class path. */
    public static UnitTables of(String unit, Map<String, Object> properties) {
        try (EntityManagerFactory factory = new DisconnectedProvider().deploy(unit, properties)) {
            return of(factory);
        }
    }

    /** Of a unit that is deployed. */
    public static UnitTables of(EntityManagerFactory factory) {
        ServerSession session = (ServerSession) JpaHelper.getServerSession(factory);
        Conversions.install(session);
        return new MappedTables(session).all();
    }

    private UnitTables all() {
        List<ClassDescriptor> mapped = session.getDescriptors().values().stream()
                .distinct()
                .filter(MappedUnit::isEntity)
                .sorted(Comparator.comparing(MappedTables::depth).thenComparing(ClassDescriptor::getJavaClassName))
                .toList();
        for (ClassDescriptor descriptor : mapped) {
            entities.add(descriptor.getJavaClass());
            if (!(descriptor.hasTablePerClassPolicy() && descriptor.isAbstract())) {
                entity(descriptor);
            }
        }
        boolean more = true;
        while (more) {
            more = false;
            for (TableParts parts : tables.values()) {
                more |= parts.resolve(tables);
            }
        }
        tables.values().forEach(TableParts::resolveRest);
        return new UnitTables(
                tables.values().stream().map(TableParts::made).toList(), sequences.all(), types.enums(), entities);
    }

    /** How many classes are above. */
    private static int depth(ClassDescriptor descriptor) {
        int depth = 0;
        for (Class<?> type = descriptor.getJavaClass(); type != null; type = type.getSuperclass()) {
            depth++;
        }
        return depth;
    }

    private TableParts parts(DatabaseTable table) {
        TableParts parts = tables.computeIfAbsent(Names.name(table), name -> new TableParts(table));
        parts.said(table);
        return parts;
    }

    private TableParts parts(DatabaseField field) {
        return parts(field.getTable());
    }

    private void entity(ClassDescriptor descriptor) {
        Class<?> type = descriptor.getJavaClass();
        List<DatabaseTable> all = descriptor.getTables();
        int own = ownTable(descriptor);
        parts(all.get(own)).entity(type);
        for (DatabaseTable table : all) {
            TableParts parts = parts(table);
            if (all.indexOf(table) > own) {
                parts.source(type);
            }
            Map<DatabaseField, DatabaseField> others =
                    descriptor.getAdditionalTablePrimaryKeyFields().get(table);
            parts.key(others == null ? descriptor.getPrimaryKeyFields() : keys(descriptor, others));
            if (others != null) {
                secondary(descriptor, table, others);
            }
        }
        declared(descriptor).forEach(mapping -> mapping(new MappedOwner(descriptor, false), mapping));
        discriminator(descriptor);
        sequences.add(descriptor);
        for (DatabaseField field : descriptor.getFields()) {
            if (field.isCreatable() && field.getTable() != null && !parts(field).has(field)) {
                parts(field).column(field, ColumnTypes.of(field, field.getType()), Traits.of(field.isNullable()));
            }
        }
    }

    /** The mappings in the order of the fields, as people read them; those of classes above first. */
    private static List<DatabaseMapping> declared(ClassDescriptor descriptor) {
        List<String> fields = new ArrayList<>();
        for (Class<?> type = descriptor.getJavaClass(); type != null; type = type.getSuperclass()) {
            fields.addAll(
                    0,
                    Arrays.stream(type.getDeclaredFields()).map(Field::getName).toList());
        }
        return descriptor.getMappings().stream()
                .sorted(Comparator.comparing(mapping -> fields.indexOf(mapping.getAttributeName())))
                .toList();
    }

    /** The place of the first table that is not one of the class above. */
    private static int ownTable(ClassDescriptor descriptor) {
        InheritancePolicy policy = descriptor.getInheritancePolicyOrNull();
        if (policy == null || policy.getParentDescriptor() == null || descriptor.hasTablePerClassPolicy()) {
            return 0;
        }
        List<DatabaseTable> above = policy.getParentDescriptor().getTables();
        for (int i = 0; i < descriptor.getTables().size(); i++) {
            if (!above.contains(descriptor.getTables().get(i))) {
                return i;
            }
        }
        return 0;
    }

    private static List<DatabaseField> keys(ClassDescriptor descriptor, Map<DatabaseField, DatabaseField> others) {
        return descriptor.getPrimaryKeyFields().stream()
                .map(field -> others.getOrDefault(field, field))
                .toList();
    }

    private void secondary(ClassDescriptor descriptor, DatabaseTable table, Map<DatabaseField, DatabaseField> keys) {
        List<DatabaseField> own = new ArrayList<>();
        List<DatabaseField> targets = new ArrayList<>();
        keys.forEach((one, other) -> {
            boolean first = Names.name(one.getTable()).equals(Names.name(table));
            own.add(first ? one : other);
            targets.add(first ? other : one);
        });
        TableParts parts = parts(table);
        for (int i = 0; i < own.size(); i++) {
            parts.borrow(own.get(i), targets.get(i), Traits.of(false));
        }
        parts.reference(
                own,
                targets,
                descriptor.isCascadeOnDeleteSetOnDatabaseOnSecondaryTables(),
                List.of(descriptor.getJavaClass()));
    }

    private void discriminator(ClassDescriptor descriptor) {
        InheritancePolicy policy = descriptor.getInheritancePolicyOrNull();
        if (policy != null && policy.getClassIndicatorField() != null && policy.getParentDescriptor() == null) {
            DatabaseField field = policy.getClassIndicatorField();
            parts(field).column(field, types.of(field, null, field.getType(), Optional.empty()), Traits.of(false));
        }
    }

    private void mapping(MappedOwner owner, DatabaseMapping mapping) {
        Optional<AnnotatedElement> attribute = owner.attribute(mapping);
        if (mapping instanceof AbstractDirectMapping direct) {
            direct(owner, direct, attribute);
        } else if (mapping instanceof AggregateObjectMapping embedded) {
            MappedOwner within = new MappedOwner(embedded.getReferenceDescriptor(), !owner.hasKey(mapping));
            declared(embedded.getReferenceDescriptor()).forEach(part -> mapping(within.below(owner), part));
        } else if (mapping instanceof OneToOneMapping one) {
            toOne(owner, one, attribute);
        } else if (mapping instanceof CollectionMapping collection) {
            collection(collection, attribute);
        }
    }

    private void direct(MappedOwner owner, AbstractDirectMapping mapping, Optional<AnnotatedElement> attribute) {
        DatabaseField field = mapping.getField();
        if (field.getTable() == null || field.getTable().getName().isEmpty()) {
            return;
        }
        boolean key = owner.hasKey(mapping);
        boolean nullable = !key && owner.maybeNull(mapping, field, attribute);
        parts(field)
                .column(
                        field,
                        types.of(field, mapping.getConverter(), mapping.getAttributeClassification(), attribute),
                        new Traits(nullable, false, attribute));
    }

    private void toOne(MappedOwner owner, OneToOneMapping one, Optional<AnnotatedElement> attribute) {
        if (one.hasRelationTableMechanism()) {
            link(one, one.getRelationTableMechanism(), attribute, false);
            return;
        }
        if (!one.isForeignKeyRelationship()) {
            return;
        }
        List<DatabaseField> own = List.copyOf(one.getSourceToTargetKeyFields().keySet());
        List<DatabaseField> targets =
                List.copyOf(one.getSourceToTargetKeyFields().values());
        boolean optional = !owner.hasKey(one) && (one.isOptional() || owner.shared());
        refer(one, own, targets, optional, attribute);
    }

    /** Columns that take their types from what they refer to, and a key, if there is one table to refer to. */
    private void refer(
            ForeignReferenceMapping mapping,
            List<DatabaseField> own,
            List<DatabaseField> targets,
            boolean nullable,
            Optional<AnnotatedElement> attribute) {
        ClassDescriptor target =
                own.get(0).getTable().equals(targets.get(0).getTable()) || mapping.getReferenceDescriptor() == null
                        ? null
                        : mapping.getReferenceDescriptor();
        for (int i = 0; i < own.size(); i++) {
            DatabaseField field = own.get(i);
            parts(field).borrow(field, targets.get(i), new Traits(nullable && field.isNullable(), false, attribute));
        }
        if (isKeptInOneTable(target) && isKeptInOneTable(mapping.getDescriptor())) {
            parts(own.get(0))
                    .reference(
                            own,
                            targets,
                            mapping.isCascadeOnDeleteSetOnDatabase(),
                            attribute.stream().toList());
        }
    }

    private static boolean isKeptInOneTable(@Nullable ClassDescriptor descriptor) {
        return descriptor == null
                || !descriptor.hasTablePerClassPolicy()
                || (descriptor.getInheritancePolicy().getChildDescriptors().isEmpty() && !descriptor.isAbstract());
    }

    private void collection(CollectionMapping mapping, Optional<AnnotatedElement> attribute) {
        if (mapping instanceof ManyToManyMapping many) {
            link(many, many.getRelationTableMechanism(), attribute, isMap(many.getContainerPolicy()));
            order(many, many.getRelationTableMechanism().getRelationTable());
            keys(many, many.getRelationTableMechanism().getRelationTable(), attribute);
        } else if (mapping instanceof OneToManyMapping many) {
            Map<DatabaseField, DatabaseField> pairs = many.getTargetForeignKeysToSourceKeys();
            refer(many, List.copyOf(pairs.keySet()), List.copyOf(pairs.values()), true, attribute);
            DatabaseTable table = pairs.keySet().iterator().next().getTable();
            order(many, table);
            keys(many, table, attribute);
        } else if (mapping instanceof DirectCollectionMapping values) {
            TableParts parts = parts(values.getReferenceTable());
            attribute.ifPresent(parts::source);
            refer(values, values.getReferenceKeyFields(), values.getSourceKeyFields(), false, attribute);
            DatabaseField field = values.getDirectField();
            parts.column(
                    field,
                    types.of(field, values.getValueConverter(), valueClass(values, attribute, true), attribute),
                    new Traits(field.isNullable(), false, attribute));
            order(values, values.getReferenceTable());
            keys(values, values.getReferenceTable(), attribute);
        } else if (mapping instanceof AggregateCollectionMapping objects) {
            Map<DatabaseField, DatabaseField> pairs = objects.getTargetForeignKeyToSourceKeys();
            DatabaseTable table = pairs.keySet().iterator().next().getTable();
            attribute.ifPresent(parts(table)::source);
            refer(objects, List.copyOf(pairs.keySet()), List.copyOf(pairs.values()), false, attribute);
            MappedOwner within = MappedOwner.element(objects.getReferenceDescriptor());
            declared(objects.getReferenceDescriptor()).forEach(part -> mapping(within, part));
            order(objects, table);
            keys(objects, table, attribute);
        }
    }

    /** The class of what a collection has, or of the keys of a map. */
    private static @Nullable Class<?> valueClass(
            CollectionMapping mapping, Optional<AnnotatedElement> attribute, boolean value) {
        return attribute
                .flatMap(element -> Member.of(mapping.getDescriptor().getJavaClass(), mapping.getAttributeName()))
                .map(member -> value ? member.lastArgument() : member.firstArgument())
                .map(type -> type instanceof Class<?> known ? known : null)
                .orElse(null);
    }

    private static boolean isMap(ContainerPolicy policy) {
        return policy instanceof MappedKeyMapContainerPolicy;
    }

    private void order(CollectionMapping mapping, DatabaseTable table) {
        DatabaseField field = mapping.getListOrderField();
        if (field != null) {
            parts(table).column(field, ColumnTypes.of(field, Integer.class), Traits.of(true));
        }
    }

    /** The keys of a map are in its table; with the owner, they are the table's key. */
    private void keys(CollectionMapping mapping, DatabaseTable table, Optional<AnnotatedElement> attribute) {
        if (!(mapping.getContainerPolicy() instanceof MappedKeyMapContainerPolicy map)) {
            return;
        }
        boolean ownTable = !(mapping instanceof OneToManyMapping);
        List<DatabaseField> fields = new ArrayList<>();
        if (map.getKeyMapping() instanceof AbstractDirectMapping direct) {
            DatabaseField field = direct.getField();
            fields.add(field);
            parts(table)
                    .column(
                            field,
                            types.of(
                                    field,
                                    direct.getConverter(),
                                    keyClass(mapping, direct, attribute),
                                    Optional.empty()),
                            Traits.of(!ownTable));
        } else if (map.getKeyMapping() instanceof AggregateObjectMapping embedded) {
            MappedOwner within = new MappedOwner(embedded.getReferenceDescriptor(), false);
            declared(embedded.getReferenceDescriptor()).forEach(part -> mapping(within, part));
            fields.addAll(embedded.getFields());
        } else if (map.getKeyMapping() instanceof OneToOneMapping one) {
            List<DatabaseField> own =
                    List.copyOf(one.getSourceToTargetKeyFields().keySet());
            fields.addAll(own);
            refer(one, own, List.copyOf(one.getSourceToTargetKeyFields().values()), !ownTable, attribute);
        }
        if (ownTable && !fields.isEmpty()) {
            List<DatabaseField> owners = owners(mapping);
            parts(table).key(owners);
            parts(table).key(fields);
        }
    }

    private static @Nullable Class<?> keyClass(
            CollectionMapping mapping, AbstractDirectMapping key, Optional<AnnotatedElement> attribute) {
        Class<?> known = key.getAttributeClassification();
        return known == null ? valueClass(mapping, attribute, false) : known;
    }

    private static List<DatabaseField> owners(CollectionMapping mapping) {
        if (mapping instanceof ManyToManyMapping many) {
            return many.getRelationTableMechanism().getSourceRelationKeyFields();
        }
        return mapping instanceof DirectCollectionMapping values
                ? values.getReferenceKeyFields()
                : ((AggregateCollectionMapping) mapping).getTargetForeignKeyFields();
    }

    private void link(
            ForeignReferenceMapping mapping,
            RelationTableMechanism link,
            Optional<AnnotatedElement> attribute,
            boolean isMap) {
        TableParts parts = parts(link.getRelationTable());
        attribute.ifPresent(parts::source);
        refer(mapping, link.getSourceRelationKeyFields(), link.getSourceKeyFields(), false, attribute);
        refer(mapping, link.getTargetRelationKeyFields(), link.getTargetKeyFields(), false, attribute);
        if (!isMap) {
            parts.key(link.getSourceRelationKeyFields());
        }
        if (mapping instanceof ManyToManyMapping && !isMap) {
            parts.key(link.getTargetRelationKeyFields());
        }
    }
}
