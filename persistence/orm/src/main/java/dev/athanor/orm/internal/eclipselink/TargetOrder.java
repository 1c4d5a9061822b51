// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.expressions.Expression;
import org.eclipse.persistence.expressions.ExpressionOperator;
import org.eclipse.persistence.internal.expressions.FunctionExpression;
import org.eclipse.persistence.internal.expressions.QueryKeyExpression;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.mappings.AggregateObjectMapping;
import org.eclipse.persistence.mappings.CollectionMapping;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.OneToOneMapping;
import org.eclipse.persistence.queries.ReadAllQuery;
import org.jspecify.annotations.Nullable;

/**
 * A part of the order in which a collection is mapped to be. Relies on EclipseLink keeping it as expressions of its
 * selection query; LoadTest would notice.
 *
 * @param field the column
 * @param descending whether the greatest come first
 */
record TargetOrder(DatabaseField field, boolean descending) {
    /** The order of a collection of entities; empty if none is said. */
    static List<TargetOrder> of(CollectionMapping mapping) {
        List<TargetOrder> order = new ArrayList<>();
        if (mapping.getSelectionQuery() instanceof ReadAllQuery query && query.hasOrderByExpressions()) {
            for (Expression expression : query.getOrderByExpressions()) {
                order.addAll(of(expression, mapping.getReferenceDescriptor()));
            }
        }
        return order;
    }

    private static List<TargetOrder> of(Expression expression, ClassDescriptor target) {
        boolean function = expression instanceof FunctionExpression;
        boolean descending = function
                && ((FunctionExpression) expression).getOperator().getSelector() == ExpressionOperator.Descending;
        Expression attribute = function ? ((FunctionExpression) expression).getBaseExpression() : expression;
        return fields(mapping((QueryKeyExpression) attribute, target), target).stream()
                .map(field -> new TargetOrder(field, descending))
                .toList();
    }

    /** The columns that an attribute is kept in: of a relation to one, those that refer to it. */
    private static List<DatabaseField> fields(@Nullable DatabaseMapping mapping, ClassDescriptor target) {
        if (mapping instanceof OneToOneMapping reference && reference.isForeignKeyRelationship()) {
            return List.copyOf(reference.getForeignKeyFields());
        }
        if (mapping == null || mapping.getField() == null) {
            throw new OrmException(
                    OrmError.MAPPING_UNSUPPORTED,
                    "the order of a collection of " + target.getJavaClassName() + " is not one of its own columns");
        }
        return List.of(mapping.getField());
    }

    private static @Nullable DatabaseMapping mapping(QueryKeyExpression attribute, ClassDescriptor target) {
        if (attribute.getBaseExpression() instanceof QueryKeyExpression outer) {
            return mapping(outer, target) instanceof AggregateObjectMapping embedded
                    ? attribute(embedded.getReferenceDescriptor(), attribute)
                    : null;
        }
        return attribute(target, attribute);
    }

    private static DatabaseMapping attribute(ClassDescriptor owner, QueryKeyExpression attribute) {
        return owner.getObjectBuilder().getMappingForAttributeName(attribute.getName());
    }
}
