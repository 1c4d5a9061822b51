// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.Load;
import dev.athanor.orm.PartLoad;
import dev.athanor.sql.tree.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.helper.DatabaseTable;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.CollectionMapping;
import org.eclipse.persistence.mappings.DirectCollectionMapping;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.eclipse.persistence.mappings.OneToOneMapping;
import org.jspecify.annotations.Nullable;

/**
 * A relation that a statement reads itself, by a join.
 *
 * @param load the option that wants it
 * @param mapping how it is mapped
 * @param plan how what it leads to is read; null if that is plain values
 * @param owner where its owners are among what is read
 * @param attributes which attributes of what it leads to are read; none for all
 */
record JoinedRelation(
        Load<?, ?> load,
        ForeignReferenceMapping mapping,
        @Nullable EntityPlan plan,
        int owner,
        Optional<PartialEntities> attributes) {
    /** Whether an owner may have several rows by it. */
    boolean multiplies() {
        return !(mapping instanceof OneToOneMapping one && Loading.isByKey(one));
    }

    /** Whether the statement has the join already. */
    boolean isContained() {
        return load.strategy() == Load.Strategy.CONTAINS;
    }

    /** The table that the statement joins itself. */
    Source contained() {
        return load.part().map(PartLoad.Part::target).orElseThrow();
    }

    /** Whether there is a row for each owner. */
    boolean isRequired() {
        return !multiplies() && !mapping.isOptional();
    }

    Belonging belonging() {
        return mapping instanceof DirectCollectionMapping values ? Belonging.ofValues(values) : Belonging.of(mapping);
    }

    /** What is read beside the columns of entities: what tells that there is a target, and its place or key. */
    List<DatabaseField> additional() {
        List<DatabaseField> fields = new ArrayList<>();
        if (mapping instanceof DirectCollectionMapping values) {
            fields.addAll(values.getReferenceKeyFields());
            fields.add(values.getDirectField());
        }
        if (mapping instanceof CollectionMapping many) {
            fields.addAll(MapKeys.fields(many));
        }
        return fields;
    }

    /** The order in which a collection is mapped to be. */
    List<TargetOrder> order() {
        return mapping instanceof CollectionMapping many && plan != null ? TargetOrder.of(many) : List.of();
    }

    /** The table of plain values. */
    DatabaseTable valuesTable() {
        return ((DirectCollectionMapping) mapping).getReferenceTable();
    }

    /** A column that is null where there is no target. */
    DatabaseField present() {
        return belonging().theirs().get(0);
    }

    /** What leads from an entity: its class may map the relation for itself. */
    @Nullable
    ForeignReferenceMapping of(Object entity, UnitOfWorkImpl unit) {
        return load.place().owner().isInstance(entity)
                        && unit.getDescriptor(entity)
                                        .getObjectBuilder()
                                        .getMappingForAttributeName(mapping.getAttributeName())
                                instanceof ForeignReferenceMapping own
                ? own
                : null;
    }
}
