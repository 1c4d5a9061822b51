// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Join;
import dev.athanor.sql.tree.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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

    /** That of a collection of plain values. */
    static Belonging ofValues(DirectCollectionMapping values) {
        return new Belonging(
                List.copyOf(values.getSourceKeyFields()),
                List.copyOf(values.getReferenceKeyFields()),
                Optional.empty());
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
                        "#link",
                        List.copyOf(link.getTargetRelationKeyFields()),
                        List.copyOf(link.getTargetKeyFields()))));
    }

    /**
     * A table between two.
     *
     * @param table the table
     * @param alias its name in statements
     * @param own its columns that refer to the target
     * @param target the columns of the target
     */
    record Between(DatabaseTable table, String alias, List<DatabaseField> own, List<DatabaseField> target) {
        Source source() {
            return Names.as(table, alias);
        }

        private List<Expression> referring() {
            return own.stream()
                    .<Expression>map(field -> new ColumnReference(source(), Names.of(field)))
                    .toList();
        }
    }

    /** The same with another name for the table between. */
    Belonging linkedBy(String alias) {
        return new Belonging(own, theirs, between.map(link -> new Between(link.table, alias, link.own, link.target)));
    }

    /**
     * A column of the target, or of the table between.
     *
     * @param targets what gives those of the target
     */
    Expression column(Function<DatabaseField, ? extends Expression> targets, DatabaseField field) {
        return between.filter(link -> link.table().equals(field.getTable()))
                .<Expression>map(link -> new ColumnReference(link.source(), Names.of(field)))
                .orElseGet(() -> targets.apply(field));
    }

    /** The columns that equal those of the owner. */
    List<Expression> columns(Function<DatabaseField, ? extends Expression> targets) {
        return theirs.stream().map(field -> column(targets, field)).toList();
    }

    /** What rows of the table between belong to the targets. */
    List<Expression> linked(Function<DatabaseField, ? extends Expression> targets) {
        return between.map(link -> Clauses.equal(
                        link.referring(),
                        link.target().stream().<Expression>map(targets).toList()))
                .orElse(List.of());
    }

    /**
     * What joins the targets to their owners.
     *
     * @param columns what gives the columns of the target
     * @param keys the values of the owners
     * @param others what else has to hold of targets
     */
    List<Join> joins(
            Function<DatabaseField, ? extends Expression> columns,
            Source targets,
            List<Expression> keys,
            Join.Kind kind,
            List<Expression> others) {
        List<Join> joins = new ArrayList<>();
        List<Expression> on = new ArrayList<>(linked(columns));
        List<Expression> belongs = Clauses.equal(columns(columns), keys);
        if (between.isPresent()) {
            joins.add(new Join(kind, between.get().source(), Clauses.all(belongs)));
        } else {
            on.addAll(belongs);
        }
        on.addAll(others);
        joins.add(new Join(kind, targets, Clauses.all(on)));
        return joins;
    }
}
