// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor.hybrid;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.Tree.Kind;
import java.util.List;
import java.util.Optional;

/** Functions that are given to methods. */
final class Lambdas {
    private final Expressions expressions;

    Lambdas(Expressions expressions) {
        this.expressions = expressions;
    }

    /** What a function gives for these arguments. */
    Term result(ExpressionTree function, List<Term> arguments, View view) {
        if (function instanceof LambdaExpressionTree lambda) {
            View inner = view;
            for (int i = 0; i < arguments.size(); i++) {
                inner = inner.with(lambda.getParameters().get(i).getName().toString(), arguments.get(i));
            }
            return lambda.getBody() instanceof BlockTree block
                    ? expressions.statements().result(block, inner)
                    : expressions.read((ExpressionTree) lambda.getBody(), inner);
        }
        if (function instanceof MemberReferenceTree reference && arguments.size() == 1) {
            return referred(reference, arguments.get(0), view);
        }
        throw view.problem(function, "a function is expected here: write a lambda or a reference to a method");
    }

    private Term referred(MemberReferenceTree reference, Term argument, View view) {
        String name = reference.getName().toString();
        if (expressions.type(reference.getQualifierExpression(), view).isEmpty()) {
            throw view.problem(reference, "write this as a lambda: x -> … ");
        }
        if (argument instanceof Term.Row || argument instanceof Term.One) {
            return expressions.calls().row(argument, name, reference, view);
        }
        return expressions.calls().referred(reference, name, argument, view);
    }

    /** What two values are reduced by, if it is one of the operations there is SQL for. */
    Optional<String> operation(ExpressionTree function) {
        if (function instanceof MemberReferenceTree reference) {
            return Optional.of(reference.getName().toString());
        }
        if (function instanceof LambdaExpressionTree lambda
                && lambda.getParameters().size() == 2) {
            return operation(
                    lambda.getBody(),
                    lambda.getParameters().get(0).getName().toString(),
                    lambda.getParameters().get(1).getName().toString());
        }
        return Optional.empty();
    }

    private static Optional<String> operation(Tree body, String one, String other) {
        if (body.getKind() == Kind.PLUS && body instanceof BinaryTree sum) {
            return is(sum.getLeftOperand(), one) && is(sum.getRightOperand(), other)
                    ? Optional.of("sum")
                    : Optional.empty();
        }
        return body instanceof MethodInvocationTree call
                        && call.getMethodSelect() instanceof MemberSelectTree select
                        && call.getArguments().size() == 1
                        && is(select.getExpression(), one)
                        && is(call.getArguments().get(0), other)
                ? Optional.of(select.getIdentifier().toString())
                : Optional.empty();
    }

    private static boolean is(Tree tree, String name) {
        return tree instanceof IdentifierTree identifier && identifier.getName().contentEquals(name);
    }
}
