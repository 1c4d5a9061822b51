// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.Deferral;
import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.sql.Option;
import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.PartSource;
import dev.athanor.sql.tree.Selection;
import dev.athanor.sql.tree.Source;
import dev.athanor.sql.tree.TableSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.FetchGroupManager;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.queries.EntityFetchGroup;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.queries.FetchGroup;

/** Which attributes of entities a statement reads, if not all. Immutable. */
final class PartialEntities {
    private final EntityPlan plan;
    private final Set<String> attributes;
    private final boolean raising;

    private PartialEntities(EntityPlan plan, Set<String> attributes, boolean raising) {
        this.plan = plan;
        this.attributes = attributes;
        this.raising = raising;
    }

    /** What options say; nothing if they want all. */
    static Optional<PartialEntities> of(EntityPlan plan, List<? extends Option<?>> options) {
        List<Deferral> deferrals = options.stream()
                .filter(Deferral.class::isInstance)
                .map(Deferral.class::cast)
                .toList();
        if (deferrals.isEmpty()) {
            return Optional.empty();
        }
        ClassDescriptor descriptor = plan.descriptor();
        if (!descriptor.hasFetchGroupManager() || hasSubclasses(plan)) {
            throw new OrmException(
                    OrmError.OPTION_INVALID,
                    "columns of " + descriptor.getJavaClassName()
                            + " are read all: there are classes below it, or it is woven without fetch groups");
        }
        Set<String> attributes = attributes(descriptor, deferrals);
        boolean all = attributes.size() == descriptor.getMappings().size();
        boolean raising = deferrals.stream().anyMatch(Deferral::isRaising);
        return all ? Optional.empty() : Optional.of(new PartialEntities(plan, attributes, raising));
    }

    private static boolean hasSubclasses(EntityPlan plan) {
        ClassDescriptor descriptor = plan.descriptor();
        return plan instanceof UnionPlan
                || (descriptor.hasInheritance()
                        && !descriptor
                                .getInheritancePolicy()
                                .getAllChildDescriptors()
                                .isEmpty());
    }

    private static Set<String> attributes(ClassDescriptor descriptor, List<Deferral> deferrals) {
        Set<String> chosen = new LinkedHashSet<>();
        Set<String> deferred = new LinkedHashSet<>();
        boolean only = false;
        for (Deferral deferral : deferrals) {
            only |= deferral.isOnly();
            for (ColumnReference column : deferral.columns()) {
                (deferral.isOnly() ? chosen : deferred).add(attribute(descriptor, column));
            }
        }
        Set<String> attributes = new LinkedHashSet<>();
        for (DatabaseMapping mapping : descriptor.getMappings()) {
            String name = mapping.getAttributeName();
            boolean wanted = !deferred.contains(name) && (!only || chosen.contains(name));
            if (wanted || isNeeded(descriptor, mapping)) {
                attributes.add(name);
            }
        }
        return attributes;
    }

    /** Keys and versions are, and relations, which load for themselves. */
    private static boolean isNeeded(ClassDescriptor descriptor, DatabaseMapping mapping) {
        return mapping.isForeignReferenceMapping()
                || mapping.isPrimaryKeyMapping()
                || (descriptor.usesOptimisticLocking()
                        && mapping.getFields()
                                .contains(
                                        descriptor.getOptimisticLockingPolicy().getWriteLockField()));
    }

    private static String attribute(ClassDescriptor descriptor, ColumnReference column) {
        for (DatabaseMapping mapping : descriptor.getMappings()) {
            for (DatabaseField field : mapping.getFields()) {
                if (Names.of(field).equals(column.name()) && isIn(field, column.source())) {
                    return mapping.getAttributeName();
                }
            }
        }
        throw new OrmException(
                OrmError.OPTION_INVALID,
                "\"" + column.name() + "\" of \"" + column.source().alias() + "\" is no column of "
                        + descriptor.getJavaClassName());
    }

    private static boolean isIn(DatabaseField field, Source source) {
        if (source instanceof PartSource part) {
            return part.whole().parts().stream()
                    .filter(each -> each.table().alias().equals(part.alias()))
                    .anyMatch(each -> Names.isOf(field.getTable(), each.table()));
        }
        return !(source instanceof TableSource table) || Names.isOf(field.getTable(), table);
    }

    /** For the query that reads them. */
    FetchGroup group() {
        return new Group(attributes, raising);
    }

    /** The same statement without the columns that are not read; one that compares whole rows keeps them. */
    EntityCommand pruned(EntityCommand whole, Source source) {
        Selection selection = (Selection) whole.command();
        if (selection.parts().distinct()) {
            return whole;
        }
        List<ColumnReference> wanted = wanted(source);
        List<Expression> selected = new ArrayList<>();
        List<Integer> positions = new ArrayList<>();
        for (int position : whole.positions()) {
            Expression value = selection.parts().selected().get(position - 1);
            if (wanted.stream().anyMatch(column -> isSame(column, value.unlabelled()))) {
                selected.add(value);
                positions.add(selected.size());
            } else {
                positions.add(0);
            }
        }
        return new EntityCommand(
                Clauses.giving(selection, false, selected, selection.parts().tail()), positions);
    }

    private static boolean isSame(ColumnReference column, Expression value) {
        return value instanceof ColumnReference other
                && other.name().equals(column.name())
                && other.source().alias().equals(column.source().alias());
    }

    private List<ColumnReference> wanted(Source source) {
        List<ColumnReference> wanted = new ArrayList<>();
        ClassDescriptor descriptor = plan.descriptor();
        descriptor.getPrimaryKeyFields().forEach(field -> wanted.add(plan.column(source, field)));
        descriptor.getAdditionalTablePrimaryKeyFields().values().forEach(keys -> keys.values()
                .forEach(field -> wanted.add(plan.column(source, field))));
        if (descriptor.hasInheritance() && descriptor.getInheritancePolicy().getClassIndicatorField() != null) {
            wanted.add(plan.column(source, descriptor.getInheritancePolicy().getClassIndicatorField()));
        }
        for (DatabaseMapping mapping : descriptor.getMappings()) {
            if (attributes.contains(mapping.getAttributeName()) && !mapping.isCollectionMapping()) {
                mapping.getFields().forEach(field -> wanted.add(plan.column(source, field)));
            }
        }
        return wanted;
    }

    /** A group whose entities have one of ours. */
    private static final class Group extends FetchGroup {
        private static final long serialVersionUID = 1L;

        private final PartGroup part;

        Group(Set<String> attributes, boolean raising) {
            attributes.forEach(this::addAttribute);
            this.part = new PartGroup(attributes, raising);
        }

        @Override
        public EntityFetchGroup getEntityFetchGroup(FetchGroupManager manager) {
            return part;
        }
    }
}
