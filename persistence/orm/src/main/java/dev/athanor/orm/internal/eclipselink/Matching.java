// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.sql.tree.Bind;
import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.tree.Command;
import dev.athanor.sql.tree.Constant;
import dev.athanor.sql.tree.Deletion;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Modification;
import dev.athanor.sql.tree.Operation;
import dev.athanor.sql.tree.Operator;
import dev.athanor.sql.tree.Quantified;
import dev.athanor.sql.tree.Source;
import dev.athanor.sql.type.SqlType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.jspecify.annotations.Nullable;

/**
 * Finds the entities that the condition of an update or a delete is about, by SQL's logic of three values: comparisons
 * of columns with values, and what joins these. An error, if there is anything else in it.
 */
final class Matching {
    private final UnitOfWorkImpl unit;
    private final Command command;

    Matching(UnitOfWorkImpl unit, Command command) {
        this.unit = unit;
        this.command = command;
    }

    List<Object> among(List<Object> entities) {
        Optional<Expression> where = where();
        return entities.stream()
                .filter(entity -> where.isEmpty() || Boolean.TRUE.equals(truth(where.get(), entity)))
                .toList();
    }

    private Optional<Expression> where() {
        if (command instanceof Modification update && update.parts().from().isEmpty()) {
            return update.parts().where();
        }
        if (command instanceof Deletion delete && delete.parts().using().isEmpty()) {
            return delete.parts().where();
        }
        throw unknown("it has other tables, or is an insert");
    }

    private static OrmException unknown(String reason) {
        return new OrmException(
                OrmError.CONDITION_NOT_EVALUATED,
                "the session cannot tell by itself which entities the statement is about: " + reason
                        + "; use Synchronize.FETCH");
    }

    /** Null stands for what is neither true nor false. */
    private @Nullable Boolean truth(Expression expression, Object entity) {
        if (!(expression instanceof Operation operation)) {
            String value = value(expression, entity);
            return value == null ? null : Boolean.valueOf(value);
        }
        List<Expression> operands = operation.operands();
        return switch (operation.operator()) {
            case AND -> all(operands, entity, true);
            case OR -> all(operands, entity, false);
            case NOT -> negated(truth(operands.get(0), entity));
            case IS_NULL -> value(operands.get(0), entity) == null;
            case IS_NOT_NULL -> value(operands.get(0), entity) != null;
            default -> comparison(operation.operator(), operands, entity);
        };
    }

    /** With {@code and}, one that is false is enough; with {@code or}, one that is true. */
    private @Nullable Boolean all(List<Expression> operands, Object entity, boolean neutral) {
        @Nullable Boolean result = neutral;
        for (Expression operand : operands) {
            Boolean truth = truth(operand, entity);
            if (truth == null) {
                result = null;
            } else if (truth != neutral) {
                return truth;
            }
        }
        return result;
    }

    private static @Nullable Boolean negated(@Nullable Boolean truth) {
        return truth == null ? null : !truth;
    }

    private @Nullable Boolean comparison(Operator operator, List<Expression> operands, Object entity) {
        if (operands.size() != 2) {
            throw unknown("its condition has an operator that it does not know");
        }
        String left = value(operands.get(0), entity);
        if (operands.get(1) instanceof Quantified any) {
            return among(operator, left, any);
        }
        String right = value(operands.get(1), entity);
        if (left == null || right == null) {
            return null;
        }
        return switch (operator) {
            case EQUAL -> same(left, right);
            case NOT_EQUAL -> !same(left, right);
            case LESS -> order(left, right) < 0;
            case LESS_OR_EQUAL -> order(left, right) <= 0;
            case GREATER -> order(left, right) > 0;
            case GREATER_OR_EQUAL -> order(left, right) >= 0;
            default -> throw unknown("its condition has the operator " + operator);
        };
    }

    private @Nullable Boolean among(Operator operator, @Nullable String left, Quantified any) {
        if (operator != Operator.EQUAL || !(any.values() instanceof Bind array)) {
            throw unknown("its condition is about an array");
        }
        return left == null ? null : elements(array).stream().anyMatch(element -> same(left, element));
    }

    private static List<String> elements(Bind array) {
        if (array.isClocked() || !(array.value() instanceof Collection<?> values)) {
            throw unknown("its condition has a parameter");
        }
        List<String> elements = new ArrayList<>();
        for (Object value : values) {
            elements.add(String.valueOf(value instanceof Enum<?> constant ? constant.name() : value));
        }
        return elements;
    }

    private static boolean same(String left, String right) {
        Optional<BigDecimal> number = number(left);
        return left.equals(right)
                || (number.isPresent()
                        && number(right)
                                .filter(other -> other.compareTo(number.get()) == 0)
                                .isPresent());
    }

    /** Of numbers only: the database orders texts by its own rules. */
    private static int order(String left, String right) {
        return number(left)
                .flatMap(one -> number(right).map(one::compareTo))
                .orElseThrow(() -> unknown("its condition orders what is no number"));
    }

    private static Optional<BigDecimal> number(String text) {
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** As the text that the database has for it. */
    private @Nullable String value(Expression expression, Object entity) {
        Expression plain = expression.unlabelled();
        if (plain instanceof ColumnReference column) {
            return column(column, entity);
        }
        if (plain instanceof Constant constant) {
            return constant.text();
        }
        if (plain instanceof Bind bind && !bind.isClocked() && bind.name().isEmpty()) {
            Object value = bind.value();
            return value == null ? null : text(bind.type(), value);
        }
        throw unknown("its condition computes values, or has parameters");
    }

    private static <T> String text(SqlType<T> type, Object value) {
        return type.codec().text(type.javaType().cast(value));
    }

    private @Nullable String column(ColumnReference column, Object entity) {
        Source target = Changes.target(command);
        ClassDescriptor descriptor = unit.getDescriptor(entity);
        DatabaseField field = descriptor.getFields().stream()
                .filter(other -> column.source().sameStructure(target)
                        && Names.of(other).equals(column.name())
                        && Names.isOf(other.getTable(), Changes.target(command)))
                .findFirst()
                .orElseThrow(() -> unknown("the column \"" + column.name() + "\" is no attribute"));
        DatabaseMapping mapping = descriptor.getObjectBuilder().getMappingForField(field);
        if (mapping == null) {
            throw unknown("the column \"" + column.name() + "\" is no attribute");
        }
        return EntityText.of(mapping.valueFromObject(entity, field, unit), field);
    }
}
