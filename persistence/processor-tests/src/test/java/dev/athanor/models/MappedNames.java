// SPDX-License-Identifier: Apache-2.0
package dev.athanor.models;

import jakarta.persistence.EntityManagerFactory;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.InheritancePolicy;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.helper.DatabaseTable;
import org.eclipse.persistence.internal.queries.ContainerPolicy;
import org.eclipse.persistence.internal.queries.MappedKeyMapContainerPolicy;
import org.eclipse.persistence.mappings.AggregateCollectionMapping;
import org.eclipse.persistence.mappings.AggregateObjectMapping;
import org.eclipse.persistence.mappings.CollectionMapping;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.DirectCollectionMapping;
import org.eclipse.persistence.mappings.ManyToManyMapping;
import org.eclipse.persistence.mappings.OneToManyMapping;
import org.eclipse.persistence.mappings.OneToOneMapping;
import org.eclipse.persistence.mappings.RelationTableMechanism;

/**
 * The names that EclipseLink maps entities to, as PostgreSQL has them, in lines:
 *
 * <pre>
 * Customer.address.city -> customer.city
 * Order.customer -> order.customer_id = customer.id
 * Order.customer.id -> order.customer_id
 * Customer.orders -> order.customer_id = customer.id
 * Product.tags -> product_tag(product_id=product.id, tags_id=tag.id)
 * Product.images -> product_images(product_id=product.id)
 * Product.images[value].url -> product_images.url
 * Product.images[order] -> product_images.position
 * Course.lessons[link.order] -> course_lesson.lessons_order
 * Customer.preferences[key] -> customer_preferences.preferences_key
 * Product[product_detail] -> product_detail.product_id = product.id
 * Payment[type] -> payment.dtype
 * Payment -> [payment]
 * Shipment -> []
 * </pre>
 */
final class MappedNames {
    private final SortedSet<String> lines = new TreeSet<>();
    private final String entity;

    private MappedNames(String entity) {
        this.entity = entity;
    }

    /** Those of all entities of a model, sorted. */
    static List<String> of(EntityManagerFactory factory) {
        SortedSet<String> lines = new TreeSet<>();
        Models.entities(factory).forEach(descriptor -> lines.addAll(of(descriptor)));
        return List.copyOf(lines);
    }

    /** Those of an entity, sorted. */
    static List<String> of(ClassDescriptor descriptor) {
        MappedNames names = new MappedNames(entity(descriptor));
        if (withoutTable(descriptor)) {
            return List.of(names.entity + " -> []");
        }
        names.tables(descriptor);
        descriptor.getMappings().forEach(mapping -> names.attribute(names.entity, mapping));
        return List.copyOf(names.lines);
    }

    /** All columns that a model's entities are mapped to. */
    static SortedSet<String> columns(EntityManagerFactory factory) {
        SortedSet<String> columns = new TreeSet<>();
        for (String line : of(factory)) {
            columns.addAll(columns(line.substring(line.indexOf(" -> ") + 4)));
        }
        return columns;
    }

    /** The columns in what a line says after its arrow; none, if it says a table only. */
    private static List<String> columns(String mapped) {
        if (mapped.startsWith("[")) {
            return List.of();
        }
        List<String> columns = new ArrayList<>();
        int list = mapped.indexOf('(');
        String table = list < 0 ? "" : mapped.substring(0, list) + ".";
        String pairs = list < 0 ? mapped : mapped.substring(list + 1, mapped.length() - 1);
        for (String pair : pairs.split(", ", -1)) {
            String[] sides = pair.split(" ?= ?", -1);
            columns.add(table + sides[0]);
            columns.addAll(List.of(sides).subList(1, sides.length));
        }
        return columns;
    }

    /**
     * What a table by itself needs to tell the class of a row: the column, what it holds for the class itself, and for
     * one below a root whose table it shares, what it holds for all its rows.
     */
    static List<Object> kinds(ClassDescriptor descriptor) {
        InheritancePolicy policy = descriptor.getInheritancePolicyOrNull();
        boolean below = policy != null && policy.isChildDescriptor();
        if (policy == null || policy.getClassIndicatorField() == null || (below && hasOwnTable(descriptor))) {
            return List.of();
        }
        List<Object> kinds = new ArrayList<>();
        kinds.add(folded(policy.getClassIndicatorField()));
        kind(descriptor, policy).ifPresent(kinds::add);
        if (below) {
            Stream.concat(Stream.of(descriptor), policy.getAllChildDescriptors().stream())
                    .flatMap(member -> kind(member, policy).stream())
                    .sorted()
                    .forEach(kinds::add);
        }
        return kinds;
    }

    private static boolean hasOwnTable(ClassDescriptor below) {
        return !below.getInheritancePolicy().getParentDescriptor().getTables().containsAll(below.getTables());
    }

    private static Optional<Object> kind(ClassDescriptor descriptor, InheritancePolicy policy) {
        return Optional.ofNullable(policy.getClassIndicatorMapping().get(descriptor.getJavaClass()))
                .map(kind -> kind instanceof Number ? kind : kind.toString());
    }

    /** The name of an entity's class, after those that it is nested in. */
    static String entity(ClassDescriptor descriptor) {
        String name = descriptor.getJavaClassName();
        return name.substring(name.lastIndexOf('.') + 1).replace('$', '.');
    }

    /**
     * Whether it is an abstract class whose subclasses have tables of their own. EclipseLink names one for it all the
     * same.
     */
    static boolean withoutTable(ClassDescriptor descriptor) {
        return descriptor.hasTablePerClassPolicy()
                && Modifier.isAbstract(descriptor.getJavaClass().getModifiers());
    }

    private void tables(ClassDescriptor descriptor) {
        lines.add(entity + " -> [" + name(descriptor.getTables().get(0)) + "]");
        Map<DatabaseTable, Map<DatabaseField, DatabaseField>> keys = descriptor.getAdditionalTablePrimaryKeyFields();
        keys.forEach((table, pairs) -> {
            Map<DatabaseField, DatabaseField> own = new LinkedHashMap<>();
            pairs.forEach((one, other) -> own.put(
                    one.getTable().equals(table) ? one : other, one.getTable().equals(table) ? other : one));
            lines.add(entity + "[" + name(table) + "] -> " + pairs(own));
        });
        Optional.ofNullable(descriptor.getInheritancePolicyOrNull())
                .map(policy -> policy.getClassIndicatorField())
                .ifPresent(field -> lines.add(entity + "[type] -> " + name(field)));
    }

    private void attribute(String owner, DatabaseMapping mapping) {
        String path = owner + "." + mapping.getAttributeName();
        value(path, mapping);
    }

    private void value(String path, DatabaseMapping mapping) {
        if (mapping.isAbstractDirectMapping()) {
            lines.add(path + " -> " + name(mapping.getField()));
        } else if (mapping instanceof AggregateObjectMapping embedded) {
            embedded.getReferenceDescriptor().getMappings().forEach(part -> attribute(path, part));
        } else if (mapping instanceof OneToOneMapping one) {
            toOne(path, one);
        } else if (mapping instanceof CollectionMapping collection) {
            collection(path, collection);
            String key = relates(collection) ? "[link.key]" : "[key]";
            String order = relates(collection) ? "[link.order]" : "[order]";
            key(path + key, collection.getContainerPolicy());
            Optional.ofNullable(collection.getListOrderField())
                    .ifPresent(field -> lines.add(path + order + " -> " + name(field)));
        } else {
            lines.add(path + " -> ? " + mapping.getClass().getSimpleName());
        }
    }

    private void toOne(String path, OneToOneMapping one) {
        if (one.hasRelationTableMechanism()) {
            link(path, one.getRelationTableMechanism());
        } else if (one.isForeignKeyRelationship()) {
            lines.add(path + " -> " + pairs(one.getSourceToTargetKeyFields()));
            keys(path, one.getReferenceDescriptor(), one.getSourceToTargetKeyFields());
        } else {
            lines.add(path + " -> " + pairs(inverse(one.getSourceToTargetKeyFields())));
        }
    }

    /** The target's key, which the row itself has. */
    private void keys(String path, ClassDescriptor target, Map<DatabaseField, DatabaseField> pairs) {
        pairs.forEach((own, theirs) -> {
            for (String attribute : attributes("", target.getMappings(), theirs)) {
                lines.add(path + attribute + " -> " + name(own));
            }
        });
    }

    /** The paths of the attributes that are kept in a column. */
    private static List<String> attributes(String path, Collection<DatabaseMapping> mappings, DatabaseField column) {
        List<String> found = new ArrayList<>();
        for (DatabaseMapping mapping : mappings) {
            String attribute = path + "." + mapping.getAttributeName();
            if (mapping.isAbstractDirectMapping() && mapping.getField().equals(column)) {
                found.add(attribute);
            } else if (mapping instanceof AggregateObjectMapping embedded) {
                found.addAll(
                        attributes(attribute, embedded.getReferenceDescriptor().getMappings(), column));
            } else if (mapping instanceof OneToOneMapping one && one.isForeignKeyRelationship()) {
                one.getSourceToTargetKeyFields().forEach((own, theirs) -> {
                    if (own.equals(column)) {
                        found.addAll(attributes(
                                attribute, one.getReferenceDescriptor().getMappings(), theirs));
                    }
                });
            }
        }
        return found;
    }

    private static boolean relates(CollectionMapping mapping) {
        return mapping instanceof ManyToManyMapping || mapping instanceof OneToManyMapping;
    }

    private void collection(String path, CollectionMapping mapping) {
        if (mapping instanceof ManyToManyMapping many) {
            link(path, many.getRelationTableMechanism());
        } else if (mapping instanceof OneToManyMapping many) {
            lines.add(path + " -> " + pairs(many.getTargetForeignKeysToSourceKeys()));
        } else if (mapping instanceof DirectCollectionMapping values) {
            lines.add(path + " -> " + name(values.getReferenceTable()) + "("
                    + list(values.getReferenceKeyFields(), values.getSourceKeyFields()) + ")");
            lines.add(path + "[value] -> " + name(values.getDirectField()));
        } else if (mapping instanceof AggregateCollectionMapping objects) {
            Map<DatabaseField, DatabaseField> pairs = objects.getTargetForeignKeyToSourceKeys();
            DatabaseTable table = pairs.keySet().iterator().next().getTable();
            lines.add(path + " -> " + name(table) + "(" + list(pairs.keySet(), pairs.values()) + ")");
            objects.getReferenceDescriptor().getMappings().forEach(part -> attribute(path + "[value]", part));
        } else {
            lines.add(path + " -> ? " + mapping.getClass().getSimpleName());
        }
    }

    private void key(String path, ContainerPolicy policy) {
        if (policy instanceof MappedKeyMapContainerPolicy map
                && map.getKeyMapping() instanceof DatabaseMapping mapping) {
            value(path, mapping);
        }
    }

    private void link(String path, RelationTableMechanism link) {
        lines.add(path + " -> " + name(link.getRelationTable()) + "("
                + list(link.getSourceRelationKeyFields(), link.getSourceKeyFields()) + ", "
                + list(link.getTargetRelationKeyFields(), link.getTargetKeyFields()) + ")");
    }

    private static void put(
            Map<DatabaseField, DatabaseField> pairs, List<DatabaseField> columns, List<DatabaseField> keys) {
        for (int i = 0; i < columns.size(); i++) {
            pairs.put(columns.get(i), keys.get(i));
        }
    }

    private static String list(Collection<DatabaseField> columns, Collection<DatabaseField> keys) {
        Map<DatabaseField, DatabaseField> pairs = new LinkedHashMap<>();
        put(pairs, List.copyOf(columns), List.copyOf(keys));
        return pairs.entrySet().stream()
                .map(pair -> folded(pair.getKey()) + "=" + name(pair.getValue()))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static Map<DatabaseField, DatabaseField> inverse(Map<DatabaseField, DatabaseField> pairs) {
        return pairs.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
    }

    private static String pairs(Map<DatabaseField, DatabaseField> pairs) {
        Set<String> sorted = pairs.entrySet().stream()
                .map(pair -> name(pair.getKey()) + " = " + name(pair.getValue()))
                .collect(Collectors.toCollection(TreeSet::new));
        return String.join(", ", sorted);
    }

    private static String name(DatabaseField field) {
        return name(field.getTable()) + "." + folded(field);
    }

    private static String folded(DatabaseField field) {
        return folded(field.getName(), field.shouldUseDelimiters());
    }

    private static String name(DatabaseTable table) {
        String qualifier = table.getTableQualifier();
        String schema = qualifier.isEmpty() ? "" : folded(qualifier, table.shouldUseDelimiters()) + ".";
        return schema + folded(table.getName(), table.shouldUseDelimiters());
    }

    private static String folded(String name, boolean quoted) {
        return quoted ? name : name.toLowerCase(Locale.ROOT);
    }
}
