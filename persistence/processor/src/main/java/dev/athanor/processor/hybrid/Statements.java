// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor.hybrid;

import com.palantir.javapoet.TypeName;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.EmptyStatementTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads statements: what a block gives, by whatever way through it. */
final class Statements {
    private final Expressions expressions;

    Statements(Expressions expressions) {
        this.expressions = expressions;
    }

    /** What a block returns. */
    Term result(BlockTree block, View view) {
        Next end = new Next(
                open -> {
                    throw open.problem(block, "a way through this block returns nothing");
                },
                Optional.empty());
        return run(block.getStatements(), 0, view, end);
    }

    private Term run(List<? extends StatementTree> statements, int at, View view, Next next) {
        if (at == statements.size()) {
            return next.after().apply(view);
        }
        StatementTree statement = statements.get(at);
        if (!view.draft().step()) {
            throw view.problem(statement, "there are too many ways through this body; divide it into several hybrids");
        }
        Next rest = new Next(open -> run(statements, at + 1, open, next), next.end());
        return run(statement, view, rest);
    }

    private Term run(StatementTree statement, View view, Next rest) {
        if (statement instanceof ReturnTree result && result.getExpression() != null) {
            view.draft().returns(result.getExpression());
            return expressions.read(result.getExpression(), view);
        } else if (statement instanceof YieldTree result) {
            return expressions.read(result.getValue(), view);
        } else if (statement instanceof ThrowTree) {
            return new Term.Nothing();
        } else if (statement instanceof IfTree choice) {
            return choice(choice, view, rest);
        } else if (statement instanceof BlockTree block) {
            return run(block.getStatements(), 0, view, rest);
        } else if (statement instanceof VariableTree variable) {
            return variable(variable, view, rest);
        } else if (statement instanceof ExpressionStatementTree expression) {
            return assignment(expression.getExpression(), view, rest);
        } else if (statement instanceof SwitchTree choice) {
            return choice(choice, view, rest);
        } else if (statement instanceof BreakTree && rest.end().isPresent()) {
            return rest.end().get().apply(view);
        } else if (statement instanceof EmptyStatementTree) {
            return rest.after().apply(view);
        }
        throw unreadable(statement, view);
    }

    private static Unreadable unreadable(StatementTree statement, View view) {
        boolean loop = statement instanceof ForLoopTree
                || statement instanceof EnhancedForLoopTree
                || statement instanceof WhileLoopTree;
        return loop
                ? view.problem(
                        statement,
                        "a loop cannot be read as SQL; write a stream, as lines.stream().map(Line::total)"
                                + ".reduce(BigDecimal.ZERO, BigDecimal::add)")
                : view.unknown(statement, "this statement");
    }

    private Term choice(IfTree choice, View view, Next rest) {
        Term.Value condition = Values.truth(expressions.read(choice.getCondition(), view), choice.getCondition(), view);
        Term yes = run(choice.getThenStatement(), view, rest);
        Term no = choice.getElseStatement() == null
                ? rest.after().apply(view)
                : run(choice.getElseStatement(), view, rest);
        return Values.choice(condition, yes, no, choice, view);
    }

    private Term variable(VariableTree variable, View view, Next rest) {
        String name = variable.getName().toString();
        Term value = variable.getInitializer() == null
                ? new Term.Nothing()
                : typed(variable, expressions.read(variable.getInitializer(), view), view);
        return rest.after().apply(view.with(name, value));
    }

    /** A number has the type that its variable is declared with. */
    private static Term typed(VariableTree variable, Term value, View view) {
        boolean single = value instanceof Term.Value || value instanceof Term.Constant;
        if (!single || !(variable.getType() instanceof PrimitiveTypeTree primitive)) {
            return value;
        }
        TypeName wanted = JavaTypes.primitive(primitive.getPrimitiveTypeKind());
        return value instanceof Term.Constant constant && Classes.arithmetic(constant.type())
                ? Values.cast(constant, wanted)
                : Values.as(value, wanted, variable, view);
    }

    private Term assignment(ExpressionTree tree, View view, Next rest) {
        if (tree instanceof AssignmentTree assignment) {
            String name = local(assignment.getVariable(), view);
            return rest.after().apply(view.with(name, expressions.read(assignment.getExpression(), view)));
        }
        if (tree instanceof CompoundAssignmentTree assignment) {
            String name = local(assignment.getVariable(), view);
            String operator = Expressions.assigning(tree.getKind());
            if (operator != null) {
                Term value = Operators.binary(
                        operator,
                        expressions.read(assignment.getVariable(), view),
                        expressions.read(assignment.getExpression(), view),
                        tree,
                        view);
                return rest.after().apply(view.with(name, value));
            }
        }
        throw view.problem(tree, "a hybrid only computes a value; this does something else");
    }

    private static String local(ExpressionTree variable, View view) {
        if (variable instanceof IdentifierTree name
                && view.locals().containsKey(name.getName().toString())) {
            return name.getName().toString();
        }
        throw view.problem(variable, "a hybrid changes nothing but its own variables");
    }

    private Term choice(SwitchTree choice, View view, Next rest) {
        Function<View, Term> after = rest.after();
        Next inner = new Next(after, Optional.of(after));
        return cases(choice, choice.getExpression(), choice.getCases(), view, inner);
    }

    /** A switch that is an expression. */
    Term choice(SwitchExpressionTree choice, View view) {
        Next end = new Next(
                open -> {
                    throw open.problem(choice, "a way through this switch gives nothing");
                },
                Optional.empty());
        return cases(choice, choice.getExpression(), choice.getCases(), view, end);
    }

    private Term cases(Tree tree, ExpressionTree selector, List<? extends CaseTree> cases, View view, Next next) {
        Term value = expressions.read(selector, view);
        Optional<Term> result = Optional.empty();
        boolean exhausted = tree instanceof SwitchExpressionTree;
        for (int i = cases.size() - 1; i >= 0; i--) {
            if (fallback(cases.get(i))) {
                result = Optional.of(body(cases, i, view, next));
            }
        }
        Term otherwise = result.orElseGet(
                () -> exhausted ? new Term.Nothing() : next.after().apply(view));
        for (int i = cases.size() - 1; i >= 0; i--) {
            CaseTree label = cases.get(i);
            if (!fallback(label)) {
                Term.Value matches = matches(value, label, view);
                otherwise = Values.choice(matches, body(cases, i, view, next), otherwise, label, view);
            }
        }
        return otherwise;
    }

    private static boolean fallback(CaseTree label) {
        return label.getExpressions().isEmpty();
    }

    private Term.Value matches(Term value, CaseTree label, View view) {
        List<Term.Value> conditions = new ArrayList<>();
        for (ExpressionTree expression : label.getExpressions()) {
            Term wanted = wanted(value, expression, view);
            conditions.add(Comparisons.compare("eq", value, wanted, expression, view));
        }
        return conditions.stream()
                .reduce((one, other) -> (Term.Value) Operators.binary("||", one, other, label, view))
                .orElseThrow(() -> view.unknown(label, "this case"));
    }

    private Term wanted(Term value, ExpressionTree label, View view) {
        return label instanceof IdentifierTree name
                ? expressions
                        .constant(
                                Values.of(value, label, view).type(),
                                name.getName().toString(),
                                label,
                                view)
                        .orElseGet(() -> expressions.read(label, view))
                : expressions.read(label, view);
    }

    /** From a case on, into those below it. */
    private Term body(List<? extends CaseTree> cases, int at, View view, Next next) {
        CaseTree label = cases.get(at);
        if (label.getCaseKind() == CaseTree.CaseKind.RULE) {
            return rule(label.getBody(), view, next);
        }
        List<StatementTree> statements = new ArrayList<>();
        cases.subList(at, cases.size()).forEach(below -> statements.addAll(below.getStatements()));
        return run(statements, 0, view, next);
    }

    private Term rule(Tree body, View view, Next next) {
        if (body instanceof ExpressionTree expression) {
            return next.end().isPresent() ? assignment(expression, view, next) : expressions.read(expression, view);
        }
        return run((StatementTree) body, view, next);
    }

    /**
     * Where a way leads on.
     *
     * @param after after the statements
     * @param end after the switch they are in
     */
    private record Next(Function<View, Term> after, Optional<Function<View, Term>> end) {}
}
