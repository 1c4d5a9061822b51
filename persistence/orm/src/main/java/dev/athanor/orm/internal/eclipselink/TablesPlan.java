// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.sql.SqlTypes;
import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.tree.Constant;
import dev.athanor.sql.tree.JoinedSource;
import dev.athanor.sql.tree.PartSource;
import dev.athanor.sql.tree.Restriction;
import dev.athanor.sql.tree.Source;
import dev.athanor.sql.tree.TableSource;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.InheritancePolicy;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.helper.DatabaseTable;

/**
 * For classes whose entities have a row in a first table: selects the columns of all tables that they and the classes
 * below them are kept in, and the one that tells the class.
 */
final class TablesPlan extends EntityPlan {
    private final List<DatabaseField> fields;
    private final List<Part> parts;
    private final Blueprints blueprints;
    private final Optional<Restriction> restriction;

    TablesPlan(ClassDescriptor descriptor) {
        super(descriptor);
        List<ClassDescriptor> family = family(descriptor);
        this.fields = fields(family);
        this.blueprints = new Blueprints(fields);
        this.parts = parts(descriptor, family);
        this.restriction = restriction(descriptor);
    }

    @Override
    List<ClassDescriptor> identities() {
        return List.of(descriptor());
    }

    /** The class, and all below it. */
    static List<ClassDescriptor> family(ClassDescriptor descriptor) {
        List<ClassDescriptor> family = new ArrayList<>();
        family.add(descriptor);
        if (descriptor.hasInheritance()) {
            family.addAll(descriptor.getInheritancePolicy().getAllChildDescriptors());
        }
        return family;
    }

    private static List<DatabaseField> fields(List<ClassDescriptor> family) {
        Set<DatabaseField> fields = new LinkedHashSet<>();
        family.forEach(member -> fields.addAll(member.getFields()));
        return List.copyOf(fields);
    }

    private static List<Part> parts(ClassDescriptor descriptor, List<ClassDescriptor> family) {
        Set<DatabaseTable> always = alwaysThere(descriptor);
        Set<DatabaseTable> seen = new HashSet<>();
        List<Part> parts = new ArrayList<>();
        for (ClassDescriptor member : family) {
            member.getAdditionalTablePrimaryKeyFields().forEach((table, keys) -> {
                if (seen.add(table)) {
                    parts.add(Part.of(table, !always.contains(table), keys));
                }
            });
        }
        return List.copyOf(parts);
    }

    /** The tables that have a row for each entity: the first one that each class has for itself. */
    private static Set<DatabaseTable> alwaysThere(ClassDescriptor descriptor) {
        Set<DatabaseTable> tables = new HashSet<>();
        ClassDescriptor member = descriptor;
        while (isBelow(member)) {
            ClassDescriptor parent = member.getInheritancePolicy().getParentDescriptor();
            ownTables(member, parent).stream().findFirst().ifPresent(tables::add);
            member = parent;
        }
        return tables;
    }

    private static boolean isBelow(ClassDescriptor descriptor) {
        return descriptor.hasInheritance() && descriptor.getInheritancePolicy().isChildDescriptor();
    }

    private static List<DatabaseTable> ownTables(ClassDescriptor child, ClassDescriptor parent) {
        return child.getTables().stream()
                .filter(table -> !parent.getTables().contains(table))
                .toList();
    }

    /** What the column that tells the class may hold; nothing if any row of the tables is of the class. */
    private static Optional<Restriction> restriction(ClassDescriptor descriptor) {
        if (!isBelow(descriptor)
                || !ownTables(descriptor, descriptor.getInheritancePolicy().getParentDescriptor())
                        .isEmpty()) {
            return Optional.empty();
        }
        InheritancePolicy policy = descriptor.getInheritancePolicy();
        if (policy.hasClassExtractor()) {
            throw new OrmException(
                    OrmError.MAPPING_UNSUPPORTED,
                    "no column tells which rows are of " + descriptor.getJavaClassName() + ", but a class extractor");
        }
        return Optional.of(new Restriction(Names.of(policy.getClassIndicatorField()), kinds(descriptor)));
    }

    /** What the column that tells the class holds, for a class and all below it. */
    static List<Constant> kinds(ClassDescriptor descriptor) {
        Map<?, ?> values = descriptor.getInheritancePolicy().getClassIndicatorMapping();
        List<Constant> kinds = new ArrayList<>();
        for (ClassDescriptor member : family(descriptor)) {
            Object value = values.get(member.getJavaClass());
            if (value != null) {
                kinds.add(constant(value));
            }
        }
        return List.copyOf(kinds);
    }

    @Override
    Source source(String alias) {
        return with(Names.as(firstTable(), alias), List.of());
    }

    private DatabaseTable firstTable() {
        return descriptor().getTables().get(0);
    }

    @Override
    Source completed(Source source) {
        if (source instanceof JoinedSource joined) {
            return with(joined.root(), joined.parts());
        }
        return source instanceof TableSource table ? with(table, List.of()) : source;
    }

    private Source with(TableSource table, List<JoinedSource.Part> there) {
        TableSource root = restricted(table);
        List<JoinedSource.Part> all = new ArrayList<>(there);
        for (Part part : parts) {
            if (there.stream().noneMatch(other -> Names.isOf(part.table, other.table()))) {
                all.add(part.of(root));
            }
        }
        return all.isEmpty() ? root : new JoinedSource(root, all);
    }

    @Override
    List<ColumnReference> columns(Source source) {
        return fields.stream().map(field -> column(source, field)).toList();
    }

    @Override
    ColumnReference column(Source source, DatabaseField field) {
        if (field.getTable().equals(firstTable())) {
            return new ColumnReference(source, Names.of(field));
        }
        JoinedSource joined = (JoinedSource) source;
        for (JoinedSource.Part part : joined.parts()) {
            if (Names.isOf(field.getTable(), part.table())) {
                return new ColumnReference(new PartSource(joined, part.table().alias()), Names.of(field));
            }
        }
        throw new IllegalStateException("no table of " + descriptor().getJavaClassName() + " has " + field);
    }

    @Override
    TableSource restricted(TableSource table) {
        return new TableSource(table.schema(), table.name(), table.alias(), restriction);
    }

    @Override
    EntityRows rows(EntityQuery query, List<Integer> positions, List<Other> others, Cursor cursor) throws SQLException {
        return new ClassRows(
                query, descriptor(), blueprints, fields(fields, others), positions(positions, others), cursor);
    }

    private static Constant constant(Object value) {
        return value instanceof Number number
                ? new Constant(SqlTypes.INTEGER, number.intValue())
                : new Constant(SqlTypes.TEXT, value.toString());
    }

    /**
     * A table beside the first.
     *
     * @param table the table
     * @param optional whether there may be no row in it
     * @param own the key of the first
     * @param theirs its own key
     */
    private record Part(DatabaseTable table, boolean optional, List<String> own, List<String> theirs) {
        static Part of(DatabaseTable table, boolean optional, Map<DatabaseField, DatabaseField> keys) {
            List<String> own = new ArrayList<>();
            List<String> theirs = new ArrayList<>();
            keys.forEach((first, other) -> {
                own.add(Names.of(first));
                theirs.add(Names.of(other));
            });
            return new Part(table, optional, own, theirs);
        }

        JoinedSource.Part of(TableSource root) {
            String alias = root.alias() + "." + Names.of(table);
            return new JoinedSource.Part(Names.as(table, alias), optional, own, theirs);
        }
    }
}
