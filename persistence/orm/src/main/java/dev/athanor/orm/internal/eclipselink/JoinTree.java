// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.Load;
import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.sql.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.DirectCollectionMapping;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.jspecify.annotations.Nullable;

/**
 * Which relations a statement reads itself: those that its options join, and what these lead to. Of relations to many
 * one is joined, and those that lead on from it: others, which would multiply its rows, load by statements of their
 * own. For one use by one thread.
 */
final class JoinTree {
    private final MappedUnit mapped;
    private final List<JoinedRelation> relations = new ArrayList<>();
    private int many;

    private JoinTree(MappedUnit mapped) {
        this.mapped = mapped;
    }

    /** Those of entities that are read by a plan; each after the one that it leads on from. */
    static List<JoinedRelation> of(MappedUnit mapped, EntityPlan plan, List<? extends Option<?>> options) {
        JoinTree tree = new JoinTree(mapped);
        tree.add(plan, 0, options);
        return tree.relations;
    }

    /** The owners are the entities of the statement at place 0, those of a relation at the place after it. */
    private void add(EntityPlan owners, int owner, List<? extends Option<?>> options) {
        for (Option<?> option : options) {
            if (option instanceof Load<?, ?> load && isJoin(load)) {
                mapping(owners.descriptor(), load)
                        .ifPresent(mapping -> add(load, mapping, owner, Loading.following(load, options)));
            }
        }
    }

    private static boolean isJoin(Load<?, ?> load) {
        return load.place().inside().isEmpty()
                && (load.strategy() == Load.Strategy.JOINED || load.strategy() == Load.Strategy.CONTAINS);
    }

    private void add(Load<?, ?> load, ForeignReferenceMapping mapping, int owner, List<Option<?>> next) {
        EntityPlan plan =
                mapping instanceof DirectCollectionMapping ? null : mapped.plan(mapping.getReferenceDescriptor());
        JoinedRelation relation =
                new JoinedRelation(load, mapping, plan, owner, PartialEntities.of(mapped, load, mapping, next));
        if (relation.multiplies() && !relation.isContained() && !isOnTheWay(owner)) {
            return;
        }
        relations.add(relation);
        int place = relations.size();
        if (relation.multiplies() && !relation.isContained()) {
            many = place;
        }
        if (plan != null) {
            add(plan, place, next);
        }
    }

    /** Whether the relation to many that is joined, if any is, is passed on the way to an owner. */
    private boolean isOnTheWay(int owner) {
        int place = owner;
        while (place != many && place > 0) {
            place = relations.get(place - 1).owner();
        }
        return place == many;
    }

    private static Optional<ForeignReferenceMapping> mapping(ClassDescriptor descriptor, Load<?, ?> load) {
        String attribute = load.place().attribute().orElseThrow();
        ForeignReferenceMapping found = relation(descriptor, attribute);
        if (found == null && descriptor.hasInheritance()) {
            for (ClassDescriptor child : descriptor.getInheritancePolicy().getAllChildDescriptors()) {
                if (found == null && load.place().owner().isAssignableFrom(child.getJavaClass())) {
                    found = relation(child, attribute);
                }
            }
        }
        if (found == null && load.strategy() == Load.Strategy.CONTAINS) {
            throw new OrmException(
                    OrmError.OPTION_INVALID, load + " names no relation of " + descriptor.getJavaClassName());
        }
        return Optional.ofNullable(found).filter(Belonging::isKnown);
    }

    private static @Nullable ForeignReferenceMapping relation(ClassDescriptor descriptor, String attribute) {
        DatabaseMapping mapping = descriptor.getObjectBuilder().getMappingForAttributeName(attribute);
        return mapping instanceof ForeignReferenceMapping relation ? relation : null;
    }
}
