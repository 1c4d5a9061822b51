// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Join;
import dev.athanor.sql.tree.Operation;
import dev.athanor.sql.tree.Operator;
import dev.athanor.sql.tree.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.helper.DatabaseTable;
import org.eclipse.persistence.mappings.AggregateCollectionMapping;
import org.eclipse.persistence.mappings.DirectCollectionMapping;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.eclipse.persistence.mappings.ManyToManyMapping;
import org.eclipse.persistence.mappings.OneToManyMapping;
import org.eclipse.persistence.mappings.OneToOneMapping;
import org.eclipse.persistence.mappings.RelationTableMechanism;

/**
 * By which columns the rows that a relation leads to belong to those that have it.
 *
 * @param own the columns of the owner
 * @param theirs the columns that equal them: of the target, or of a table between
 * @param between the table between, if there is one
 */
record Belonging(List<DatabaseField> own, List<DatabaseField> theirs, Optional<Between> between) {
    /** That of a relation between entities, or of one to objects that are no entities. */
    static Belonging of(ForeignReferenceMapping mapping) {
        if (mapping instanceof OneToManyMapping many) {
            return new Belonging(
                    List.copyOf(many.getSourceKeyFields()),
                    List.copyOf(many.getTargetForeignKeyFields()),
                    Optional.empty());
        }
        if (mapping instanceof AggregateCollectionMapping values) {
            return new Belonging(
                    List.copyOf(values.getSourceKeyFields()),
                    List.copyOf(values.getTargetForeignKeyFields()),
                    Optional.empty());
        }
        if (mapping instanceof ManyToManyMapping many) {
            return linked(many.getRelationTableMechanism());
        }
        if (mapping instanceof OneToOneMapping one) {
            return one.hasRelationTableMechanism()
                    ? linked(one.getRelationTableMechanism())
                    : keyed(one.getTargetToSourceKeyFields());
        }
        throw new OrmException(
                OrmError.MAPPING_UNSUPPORTED,
                "the relation " + mapping.getAttributeName() + " is a "
                        + mapping.getClass().getSimpleName() + ", which sessions do not load");
    }

    /** Whether a relation is of a kind that sessions load. */
    static boolean isKnown(ForeignReferenceMapping mapping) {
        return mapping instanceof OneToManyMapping
                || mapping instanceof AggregateCollectionMapping
                || mapping instanceof DirectCollectionMapping
                || mapping instanceof ManyToManyMapping
                || mapping instanceof OneToOneMapping;
    }

    private static Belonging keyed(Map<DatabaseField, DatabaseField> ownByTheirs) {
        List<DatabaseField> theirs = List.copyOf(ownByTheirs.keySet());
        return new Belonging(theirs.stream().map(ownByTheirs::get).toList(), theirs, Optional.empty());
    }

    private static Belonging linked(RelationTableMechanism link) {
        return new Belonging(
                List.copyOf(link.getSourceKeyFields()),
                List.copyOf(link.getSourceRelationKeyFields()),
                Optional.of(new Between(
                        link.getRelationTable(),
                        List.copyOf(link.getTargetRelationKeyFields()),
                        List.copyOf(link.getTargetKeyFields()))));
    }

    /**
     * A table between two.
     *
     * @param table the table
     * @param own its columns that refer to the target
     * @param target the columns of the target
     */
    record Between(DatabaseTable table, List<DatabaseField> own, List<DatabaseField> target) {
        Source source() {
            return Names.as(table, "#link");
        }

        /** What rows of both belong together. */
        Expression joins(EntityPlan plan, Source targets) {
            List<Expression> equal = Clauses.equal(referring(), theirs(plan, targets));
            return equal.size() == 1 ? equal.get(0) : new Operation(Operator.AND, equal);
        }

        private List<Expression> referring() {
            return own.stream()
                    .<Expression>map(field -> new ColumnReference(source(), Names.of(field)))
                    .toList();
        }

        private List<Expression> theirs(EntityPlan plan, Source targets) {
            return target.stream()
                    .<Expression>map(field -> plan.column(targets, field))
                    .toList();
        }
    }

    /** A column of the target, or of the table between. */
    Expression column(EntityPlan plan, Source targets, DatabaseField field) {
        return between.filter(link -> link.table().equals(field.getTable()))
                .<Expression>map(link -> new ColumnReference(link.source(), Names.of(field)))
                .orElseGet(() -> plan.column(targets, field));
    }

    /** The columns that equal those of the owner. */
    List<Expression> columns(EntityPlan plan, Source targets) {
        return theirs.stream().map(field -> column(plan, targets, field)).toList();
    }

    /**
     * What joins the targets to their owners.
     *
     * @param keys the values of the owners
     * @param others what else has to hold of targets
     */
    List<Join> joins(EntityPlan plan, Source targets, List<Expression> keys, Join.Kind kind, List<Expression> others) {
        List<Join> joins = new ArrayList<>();
        List<Expression> on = new ArrayList<>(others);
        List<Expression> belongs = Clauses.equal(columns(plan, targets), keys);
        if (between.isPresent()) {
            Between link = between.get();
            joins.add(new Join(kind, link.source(), Clauses.all(belongs)));
            on.addAll(0, Clauses.equal(link.referring(), link.theirs(plan, targets)));
        } else {
            on.addAll(0, belongs);
        }
        joins.add(new Join(kind, targets, Clauses.all(on)));
        return joins;
    }
}
