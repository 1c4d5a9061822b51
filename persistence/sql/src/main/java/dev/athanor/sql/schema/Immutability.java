// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.schema;

import dev.athanor.sql.Column;
import dev.athanor.sql.Table;
import dev.athanor.sql.tree.Bind;
import dev.athanor.sql.tree.Call;
import dev.athanor.sql.tree.Case;
import dev.athanor.sql.tree.Cast;
import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.tree.Constant;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.ExpressionVisitor;
import dev.athanor.sql.tree.Grouping;
import dev.athanor.sql.tree.Identifier;
import dev.athanor.sql.tree.Immutable;
import dev.athanor.sql.tree.Labelled;
import dev.athanor.sql.tree.Operation;
import dev.athanor.sql.tree.Operator;
import dev.athanor.sql.tree.Ordinal;
import dev.athanor.sql.tree.Over;
import dev.athanor.sql.tree.PartSource;
import dev.athanor.sql.tree.Quantified;
import dev.athanor.sql.tree.Source;
import dev.athanor.sql.tree.Subquery;
import dev.athanor.sql.tree.Template;
import dev.athanor.sql.tree.Through;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what PostgreSQL would not take in an expression of a schema, or would take although it gives different values
 * for the same row. What a visit gives is the type, on which it depends what operators and casts look at.
 */
final class Immutability implements ExpressionVisitor<String> {
    private static final String ROW = "row";

    private final Source table;
    private final Map<String, String> columns = new HashMap<>();
    private final Set<String> problems = new LinkedHashSet<>();

    private Immutability(Table table) {
        this.table = table.source();
        table.columns().forEach(this::add);
    }

    private void add(Column<?> column) {
        if (column.expression().node() instanceof ColumnReference reference && isOwn(reference)) {
            columns.put(reference.name(), Types.of(column.expression().type()));
        }
    }

    private boolean isOwn(ColumnReference column) {
        return column.source().sameStructure(table);
    }

    /** Parts, why each cannot be there, and what to do; none if all can. */
    static List<String> problems(Table table, Expression expression) {
        Immutability immutability = new Immutability(table);
        expression.accept(immutability);
        return List.copyOf(immutability.problems);
    }

    /** The type of an expression, by its parts. */
    static String type(Table table, Expression expression) {
        return expression.accept(new Immutability(table));
    }

    private String refused(String problem) {
        problems.add(problem);
        return Types.REFUSED;
    }

    /** The types of expressions; none if one of them was refused. */
    private Optional<List<String>> types(List<Expression> expressions) {
        List<String> types = new ArrayList<>(expressions.size());
        for (Expression expression : expressions) {
            types.add(expression.accept(this));
        }
        return types.contains(Types.REFUSED) ? Optional.empty() : Optional.of(types);
    }

    @Override
    public String visit(Bind bind) {
        if (bind.isClocked()) {
            return refused("a value of the time of execution is another each time; let it be set when the row is");
        }
        return refused(bind.name()
                .map(name -> "the parameter \"" + name + "\" has no value there; write one by inline(…) or constant(…)")
                .orElse("a bound value of type " + bind.type().name()
                        + " has no place there; write it by inline(…) or constant(…)"));
    }

    @Override
    public String visit(Constant constant) {
        return Types.of(constant.type());
    }

    @Override
    public String visit(Identifier identifier) {
        return Types.UNKNOWN;
    }

    @Override
    public String visit(ColumnReference column) {
        if (isOwn(column)) {
            return columns.getOrDefault(column.name(), Types.UNKNOWN);
        }
        String name = "\"" + column.source().alias() + "\".\"" + column.name() + "\"";
        boolean part = column.source() instanceof PartSource
                && column.source().declared().sameStructure(table);
        return refused(
                part
                        ? "the column " + name
                                + " is in another table of the same entity; use columns of the first only"
                        : "the column " + name + " is not one of \"" + table.alias() + "\"; use columns of that only");
    }

    @Override
    public String visit(Labelled labelled) {
        return labelled.expression().accept(this);
    }

    @Override
    public String visit(Immutable immutable) {
        Expression said = immutable.expression().unlabelled();
        boolean itself = (said instanceof Call call && (call.kind() == Call.Kind.PLAIN || call.kind() == Call.Kind.ANY))
                || said instanceof Template
                || said instanceof Cast
                || said instanceof Operation;
        if (!itself) {
            return said.accept(this);
        }
        said.forEachPart(part -> ((Expression) part).accept(this));
        return Types.of(immutable.type());
    }

    @Override
    public String visit(Cast cast) {
        String from = cast.operand().accept(this);
        String to = Types.of(cast.type());
        return from.equals(Types.REFUSED) || Casts.isImmutable(from, to) ? to : refused(Casts.problem(from, to));
    }

    @Override
    public String visit(Call call) {
        if (call.kind() == Call.Kind.AGGREGATE || call.kind() == Call.Kind.WINDOW) {
            return refused(call.function() + "(…) looks at several rows; a schema has expressions of one row only");
        }
        return types(call.arguments())
                .map(types -> ImmutableFunctions.result(call.function(), types)
                        .orElseGet(() -> refused(ImmutableFunctions.problem(call.function(), types))))
                .orElse(Types.REFUSED);
    }

    @Override
    public String visit(Over over) {
        return refused(over.call().function() + "(…) over a window looks at several rows; a schema has expressions of"
                + " one row only");
    }

    @Override
    public String visit(Subquery subquery) {
        return refused("a query within an expression looks at other rows; keep its value by a trigger, or by a view");
    }

    @Override
    public String visit(Through through) {
        return refused("a value of a related row (\"" + through.target().alias()
                + "\") is not of the row itself; use its columns only");
    }

    @Override
    public String visit(Grouping grouping) {
        return refused("a grouping is of groups of rows; a schema has expressions of one row only");
    }

    @Override
    public String visit(Ordinal ordinal) {
        return refused("a position refers to what a query selects; write the expression itself");
    }

    /** Alone it is nothing; what is compared with it is. */
    @Override
    public String visit(Quantified quantified) {
        String array = quantified.values().accept(this);
        return Types.isArray(array) ? Types.element(array) : array;
    }

    @Override
    public String visit(Case expression) {
        List<Expression> results = new ArrayList<>(expression.results());
        expression.otherwise().ifPresent(results::add);
        Optional<List<String>> types = types(results);
        Optional<List<String>> conditions = types(expression.conditions());
        expression.operand().map(operand -> operand.accept(this)).ifPresent(operand -> conditions.stream()
                .flatMap(List::stream)
                .forEach(condition -> compared(Operator.EQUAL, List.of(operand, condition))));
        return types.map(all -> ImmutableFunctions.alike(all)
                        .orElseGet(() -> refused("a case has values of "
                                + String.join(" and ", new LinkedHashSet<>(all)) + "; cast(…) all to one type")))
                .orElse(Types.REFUSED);
    }

    @Override
    public String visit(Operation operation) {
        List<Expression> operands = operation.operands();
        if (operands.stream().allMatch(Immutability::isRow)) {
            return rows(operation.operator(), operands);
        }
        return types(operands)
                .map(types -> compared(operation.operator(), types))
                .orElse(Types.REFUSED);
    }

    private String compared(Operator operator, List<String> types) {
        return types.contains(Types.REFUSED)
                ? Types.REFUSED
                : Operators.result(operator, types).orElseGet(() -> refused(Operators.problem(operator, types)));
    }

    private static boolean isRow(Expression expression) {
        return expression.unlabelled() instanceof Call call && call.function().equals(ROW);
    }

    /** Tuples are compared value by value. */
    private String rows(Operator operator, List<Expression> rows) {
        List<Expression> left = ((Call) rows.get(0).unlabelled()).arguments();
        List<Expression> right = ((Call) rows.get(1).unlabelled()).arguments();
        String result = Types.REFUSED;
        for (int i = 0; i < left.size(); i++) {
            result = types(List.of(left.get(i), right.get(i)))
                    .map(types -> compared(operator, types))
                    .orElse(Types.REFUSED);
        }
        return result;
    }

    @Override
    public String visit(Template template) {
        return types(template.holes())
                .map(types -> Syntax.result(template.pieces(), types)
                        .orElseGet(() -> refused(Syntax.problem(template.pieces(), types))))
                .orElse(Types.REFUSED);
    }
}
