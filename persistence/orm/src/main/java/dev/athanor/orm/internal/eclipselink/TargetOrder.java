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
import org.eclipse.persistence.mappings.CollectionMapping;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.queries.ReadAllQuery;

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
                order.add(of(expression, mapping.getReferenceDescriptor()));
            }
        }
        return order;
    }

    private static TargetOrder of(Expression expression, ClassDescriptor target) {
        if (expression instanceof FunctionExpression function) {
            boolean descending = function.getOperator().getSelector() == ExpressionOperator.Descending;
            return new TargetOrder(field(function.getBaseExpression(), target), descending);
        }
        return new TargetOrder(field(expression, target), false);
    }

    private static DatabaseField field(Expression expression, ClassDescriptor target) {
        DatabaseMapping mapping = mapping(expression, target);
        if (mapping == null || mapping.getField() == null) {
            throw new OrmException(
                    OrmError.MAPPING_UNSUPPORTED,
                    "the order of a collection of " + target.getJavaClassName() + " is not one of its own columns");
        }
        return mapping.getField();
    }

    private static DatabaseMapping mapping(Expression expression, ClassDescriptor target) {
        QueryKeyExpression attribute = (QueryKeyExpression) expression;
        ClassDescriptor owner = attribute.getBaseExpression() instanceof QueryKeyExpression outer
                ? mapping(outer, target).getReferenceDescriptor()
                : target;
        return owner.getObjectBuilder().getMappingForAttributeName(attribute.getName());
    }
}
