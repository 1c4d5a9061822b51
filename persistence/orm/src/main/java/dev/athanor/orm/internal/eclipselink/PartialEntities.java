// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.Deferral;
import dev.athanor.orm.Load;
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
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.DirectCollectionMapping;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.eclipse.persistence.queries.FetchGroup;

/** Which attributes of entities a statement reads, if not all. Immutable. */
final class PartialEntities {
    private static final Set<Load.Strategy> LOADING =
            EnumSet.of(Load.Strategy.SELECTIN, Load.Strategy.SUBQUERY, Load.Strategy.JOINED, Load.Strategy.CONTAINS);

    private final EntityPlan plan;
    private final Set<String> attributes;
    private final Set<String> left;
    private final Set<String> refused;

    /**
     * A part.
     *
     * @param attributes what is read
     * @param left what is not read, and taken for read
     * @param refused what is not to be used
     */
    private PartialEntities(EntityPlan plan, Set<String> attributes, Set<String> left, Set<String> refused) {
        this.plan = plan;
        this.attributes = attributes;
        this.left = left;
        this.refused = refused;
    }

    /** What options say; nothing if they want all. */
    static Optional<PartialEntities> of(EntityPlan plan, List<? extends Option<?>> options) {
        List<Deferral> deferrals = chosen(options, Deferral.class);
        if (!deferrals.isEmpty()) {
            checkDivisible(plan);
        } else if (!isDivisible(plan)) {
            return Optional.empty();
        }
        ClassDescriptor descriptor = plan.descriptor();
        Set<String> attributes = attributes(descriptor, deferrals);
        Set<String> refused = new HashSet<>();
        Set<String> left = new HashSet<>();
        if (deferrals.stream().anyMatch(Deferral::isRaising)) {
            descriptor.getMappings().forEach(mapping -> refused.add(mapping.getAttributeName()));
            refused.removeAll(attributes);
        }
        for (DatabaseMapping mapping : descriptor.getMappings()) {
            strategy(mapping, descriptor, options).ifPresent(strategy -> {
                String name = mapping.getAttributeName();
                boolean omitted =
                        switch (strategy) {
                            case LAZY -> true;
                            case NONE -> left.add(name);
                            case RAISE, RAISE_ON_SQL -> refused.add(name);
                            default -> false;
                        };
                if (omitted) {
                    attributes.remove(name);
                }
            });
        }
        boolean all = attributes.size() == descriptor.getMappings().size();
        return all ? Optional.empty() : Optional.of(new PartialEntities(plan, attributes, left, refused));
    }

    /** What options say of what a relation leads to. */
    static Optional<PartialEntities> of(
            MappedUnit mapped, Load<?, ?> load, ForeignReferenceMapping mapping, List<? extends Option<?>> next) {
        boolean values = mapping instanceof DirectCollectionMapping || mapping.isAggregateCollectionMapping();
        if (!chosen(next, Deferral.class).isEmpty() && (values || !LOADING.contains(load.strategy()))) {
            throw new OrmException(
                    OrmError.OPTION_INVALID,
                    load + " leads to no entities that the statement reads, so no columns can be left out; say only(…)"
                            + " and defer(…) after selectin(…), subquery(…), joined(…) or contains(…) of entities");
        }
        return values ? Optional.empty() : of(mapped.plan(mapping.getReferenceDescriptor()), next);
    }

    private static <T> List<T> chosen(List<? extends Option<?>> options, Class<T> type) {
        return options.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static boolean isDivisible(EntityPlan plan) {
        return plan.descriptor().hasFetchGroupManager() && !hasSubclasses(plan);
    }

    private static void checkDivisible(EntityPlan plan) {
        if (!isDivisible(plan)) {
            throw new OrmException(
                    OrmError.OPTION_INVALID,
                    "columns of " + plan.descriptor().getJavaClassName()
                            + " are read all: there are classes below it, or it is woven without fetch groups");
        }
    }

    /** What options say of a relation that is mapped as eager, and so is part of the entity. */
    private static Optional<Load.Strategy> strategy(
            DatabaseMapping mapping, ClassDescriptor descriptor, List<? extends Option<?>> options) {
        if (!(mapping instanceof ForeignReferenceMapping relation)
                || relation.usesIndirection()
                || relation.derivesId()) {
            return Optional.empty();
        }
        List<Load<?, ?>> about = new ArrayList<>();
        for (Option<?> option : options) {
            if (option instanceof Load<?, ?> load
                    && load.place().inside().isEmpty()
                    && load.place().owner().isAssignableFrom(descriptor.getJavaClass())
                    && load.place()
                            .attribute()
                            .orElse(mapping.getAttributeName())
                            .equals(mapping.getAttributeName())) {
                about.add(load);
            }
        }
        Optional<Load<?, ?>> named = about.stream()
                .filter(load -> load.place().attribute().isPresent())
                .findFirst();
        return named.or(() -> about.stream().findFirst()).map(Load::strategy);
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

    /** Keeps such entities from the cache that units of work share. */
    void keepFromSharedCache(UnitOfWorkImpl unit, List<?> entities) {
        Parts.keepFromSharedCache(unit, plan.descriptor(), entities);
    }

    /** For the query that reads them. */
    FetchGroup group() {
        return new ChosenAttributes(attributes, left, refused);
    }

    /** Whether a relation is read with the entity if it is mapped as eager. */
    boolean has(String attribute) {
        return attributes.contains(attribute);
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

    /** The columns of a plan, without those that are not read. */
    static List<Optional<ColumnReference>> columns(
            Optional<PartialEntities> attributes, EntityPlan plan, Source source) {
        return attributes
                .map(some -> some.columns(source))
                .orElseGet(() -> plan.columns(source).stream().map(Optional::of).toList());
    }

    private List<Optional<ColumnReference>> columns(Source source) {
        List<ColumnReference> wanted = wanted(source);
        return plan.columns(source).stream()
                .map(column ->
                        Optional.of(column).filter(each -> wanted.stream().anyMatch(other -> isSame(other, each))))
                .toList();
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
}
