// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.render;

import dev.athanor.sql.tree.Call;
import dev.athanor.sql.tree.Case;
import dev.athanor.sql.tree.Cast;
import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Immutable;
import dev.athanor.sql.tree.Operation;
import dev.athanor.sql.tree.Operator;
import dev.athanor.sql.tree.Quantified;
import dev.athanor.sql.tree.Selection;
import dev.athanor.sql.tree.Source;
import dev.athanor.sql.tree.Template;
import dev.athanor.sql.tree.Through;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Values of a row that may be missing: null then, whatever they are made of. */
final class Missing {
    /** Functions that are null where one of their arguments is. */
    static final Set<String> STRICT = Set.of(
            "abs",
            "age",
            "btrim",
            "cardinality",
            "ceil",
            "char_length",
            "date_trunc",
            "floor",
            "left",
            "lower",
            "lpad",
            "ltrim",
            "power",
            "regexp_replace",
            "repeat",
            "replace",
            "right",
            "round",
            "rtrim",
            "sign",
            "split_part",
            "sqrt",
            "starts_with",
            "strpos",
            "substr",
            "substring",
            "to_char",
            "trunc",
            "upper");

    private Missing() {}

    /** The value where the row is joined: asked for only if the row is there, unless it is null by itself otherwise. */
    static Expression guarded(Through through) {
        if (isNull(through.value(), through.target())) {
            return through.value();
        }
        Expression there = new Operation(
                Operator.IS_NOT_NULL, List.of(Following.key(through).orElseThrow()));
        return new Case(Optional.empty(), List.of(there), List.of(through.value()), Optional.empty());
    }

    /** The value where the row is not joined. */
    static Selection query(Through through) {
        return Selection.of(through.value(), through.target(), Optional.of(through.condition()));
    }

    /** Whether a value is null for sure where all columns of a source are. */
    static boolean isNull(Expression value, Source missing) {
        Expression plain = value.unlabelled();
        if (plain instanceof ColumnReference column) {
            return column.source().declared().alias().equals(missing.alias());
        }
        if (plain instanceof Cast cast) {
            return isNull(cast.operand(), missing);
        }
        if (plain instanceof Immutable immutable) {
            return isNull(immutable.expression(), missing);
        }
        if (plain instanceof Through through) {
            return Following.comparisons(through).flatMap(List::stream).anyMatch(side -> isNull(side, missing));
        }
        if (plain instanceof Call call) {
            return call.kind() == Call.Kind.PLAIN
                    && STRICT.contains(call.function())
                    && anyIsNull(call.arguments(), missing);
        }
        if (plain instanceof Template template) {
            return template.pieces().get(0).startsWith("extract(") && anyIsNull(template.holes(), missing);
        }
        return plain instanceof Operation operation && isNull(operation, missing);
    }

    private static boolean isNull(Operation operation, Source missing) {
        List<Expression> operands = operation.operands();
        return switch (operation.operator()) {
            case IS_NULL, IS_NOT_NULL, IS_TRUE, IS_FALSE, IS_DISTINCT_FROM, IS_NOT_DISTINCT_FROM, IN, NOT_IN -> false;
            case AND, OR -> operands.stream().allMatch(operand -> isNull(operand, missing));
            case BETWEEN, NOT_BETWEEN -> isNull(operands.get(0), missing);
            default -> operands.stream().noneMatch(Quantified.class::isInstance) && anyIsNull(operands, missing);
        };
    }

    private static boolean anyIsNull(List<Expression> expressions, Source missing) {
        return expressions.stream().anyMatch(expression -> isNull(expression, missing));
    }
}
