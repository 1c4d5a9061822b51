// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor.hybrid;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.SimpleTreeVisitor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Reads expressions. */
final class Expressions extends SimpleTreeVisitor<Term, View> {
    private static final Map<Tree.Kind, String> OPERATORS = Map.ofEntries(
            Map.entry(Tree.Kind.PLUS, "+"),
            Map.entry(Tree.Kind.MINUS, "-"),
            Map.entry(Tree.Kind.MULTIPLY, "*"),
            Map.entry(Tree.Kind.DIVIDE, "/"),
            Map.entry(Tree.Kind.REMAINDER, "%"),
            Map.entry(Tree.Kind.EQUAL_TO, "=="),
            Map.entry(Tree.Kind.NOT_EQUAL_TO, "!="),
            Map.entry(Tree.Kind.LESS_THAN, "<"),
            Map.entry(Tree.Kind.LESS_THAN_EQUAL, "<="),
            Map.entry(Tree.Kind.GREATER_THAN, ">"),
            Map.entry(Tree.Kind.GREATER_THAN_EQUAL, ">="),
            Map.entry(Tree.Kind.CONDITIONAL_AND, "&&"),
            Map.entry(Tree.Kind.CONDITIONAL_OR, "||"),
            Map.entry(Tree.Kind.AND, "&"),
            Map.entry(Tree.Kind.OR, "|"),
            Map.entry(Tree.Kind.XOR, "^"),
            Map.entry(Tree.Kind.UNARY_MINUS, "-"),
            Map.entry(Tree.Kind.UNARY_PLUS, "+"),
            Map.entry(Tree.Kind.LOGICAL_COMPLEMENT, "!"));

    private final Language language;
    private final Paths paths;
    private final Constants constants;
    private final Calls calls;
    private final Statements statements;

    @SuppressWarnings("this-escape") // those that get it use it when they are used themselves
    Expressions(Language language, HybridTraits traits) {
        this.language = language;
        this.paths = new Paths(language);
        this.constants = new Constants(language, this::read);
        Lambdas lambdas = new Lambdas(this);
        this.calls = new Calls(this, new Methods(language, paths, traits, this::read), paths, lambdas);
        this.statements = new Statements(this);
    }

    Statements statements() {
        return statements;
    }

    Calls calls() {
        return calls;
    }

    TypeNames names(View view) {
        return language.names(view.unit());
    }

    Term read(ExpressionTree tree, View view) {
        return visit(tree, view);
    }

    List<Term> read(List<? extends ExpressionTree> trees, View view) {
        return trees.stream().map(tree -> read(tree, view)).toList();
    }

    /** A constant of an enumeration by its bare name, as a case has it. */
    Optional<Term> constant(TypeName type, String name, Tree tree, View view) {
        return language.enumeration(type)
                ? constants.field(language.type((ClassName) type), name, tree, view)
                : Optional.empty();
    }

    @Override
    protected Term defaultAction(Tree tree, View view) {
        throw view.unknown(
                tree, "this (" + tree.getKind().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ")");
    }

    @Override
    public Term visitLiteral(LiteralTree tree, View view) {
        return Constants.literal(tree.getValue());
    }

    @Override
    public Term visitParenthesized(ParenthesizedTree tree, View view) {
        return read(tree.getExpression(), view);
    }

    @Override
    public Term visitIdentifier(IdentifierTree tree, View view) {
        String name = tree.getName().toString();
        if (name.equals("this")) {
            return view.self().orElseThrow(() -> view.unknown(tree, "this"));
        }
        Term local = view.locals().get(name);
        if (local != null) {
            return local;
        }
        return view.self()
                .flatMap(self -> paths.attribute(self, name, view))
                .or(() -> enclosed(name, tree, view))
                .or(() -> names(view).holders(name).stream()
                        .flatMap(type -> constants.field(type, name, tree, view).stream())
                        .findFirst())
                .orElseThrow(() -> view.problem(tree, name + " is no attribute that the table has, and no constant"));
    }

    private Optional<Term> enclosed(String name, Tree tree, View view) {
        for (Element around = view.type(); around instanceof TypeElement type; around = around.getEnclosingElement()) {
            Optional<Term> found = constants.field(type, name, tree, view);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    @Override
    public Term visitMemberSelect(MemberSelectTree tree, View view) {
        String name = tree.getIdentifier().toString();
        Optional<TypeElement> type = type(tree.getExpression(), view);
        if (type.isPresent()) {
            return constants
                    .field(type.get(), name, tree, view)
                    .orElseThrow(() -> view.unknown(tree, type.get().getSimpleName() + "." + name));
        }
        Term owner = read(tree.getExpression(), view);
        return paths.attribute(owner, name, view)
                .orElseThrow(() -> view.problem(tree, name + " is no attribute that can be asked for here"));
    }

    /** The class that an expression names, if it names one. */
    Optional<TypeElement> type(Tree tree, View view) {
        if (tree instanceof IdentifierTree identifier) {
            String name = identifier.getName().toString();
            boolean value = view.locals().containsKey(name)
                    || name.equals("this")
                    || view.self().filter(self -> paths.has(self, name)).isPresent();
            return value ? Optional.empty() : names(view).simple(name, view.type());
        }
        if (tree instanceof MemberSelectTree select) {
            return type(select.getExpression(), view)
                    .flatMap(outer ->
                            TypeNames.nested(outer, select.getIdentifier().toString()))
                    .or(() -> names(view).find(select.toString()));
        }
        return Optional.empty();
    }

    @Override
    public Term visitBinary(BinaryTree tree, View view) {
        Term left = read(tree.getLeftOperand(), view);
        Term right = read(tree.getRightOperand(), view);
        return Operators.binary(operator(tree, view), left, right, tree, view);
    }

    @Override
    public Term visitUnary(UnaryTree tree, View view) {
        return Operators.unary(operator(tree, view), read(tree.getExpression(), view), tree, view);
    }

    private static String operator(Tree tree, View view) {
        String operator = OPERATORS.get(tree.getKind());
        if (operator == null) {
            throw view.unknown(tree, "the operator of " + tree);
        }
        return operator;
    }

    /** The operator of a compound assignment, by its kind. */
    static @Nullable String assigning(Tree.Kind kind) {
        String name = kind.name().replace("_ASSIGNMENT", "");
        return kind.name().equals(name) ? null : OPERATORS.get(Tree.Kind.valueOf(name));
    }

    @Override
    public Term visitConditionalExpression(ConditionalExpressionTree tree, View view) {
        Term.Value condition = Values.truth(read(tree.getCondition(), view), tree.getCondition(), view);
        Term yes = read(tree.getTrueExpression(), view);
        Term no = read(tree.getFalseExpression(), view);
        return Values.choice(condition, yes, no, tree, view);
    }

    @Override
    public Term visitMethodInvocation(MethodInvocationTree tree, View view) {
        return calls.read(tree, view);
    }

    @Override
    public Term visitTypeCast(TypeCastTree tree, View view) {
        TypeName type = tree.getType() instanceof PrimitiveTypeTree primitive
                ? JavaTypes.primitive(primitive.getPrimitiveTypeKind())
                : type(tree.getType(), view)
                        .map(found -> Language.name(found.asType()))
                        .orElseThrow(() -> view.unknown(tree, "a cast to " + tree.getType()));
        return Operators.cast(type, read(tree.getExpression(), view), tree, view);
    }

    @Override
    public Term visitNewClass(NewClassTree tree, View view) {
        Optional<TypeElement> type = type(tree.getIdentifier(), view);
        List<Term> arguments = read(tree.getArguments(), view);
        boolean decimal =
                type.isPresent() && Language.name(type.get().asType()).equals(Classes.DECIMAL) && arguments.size() == 1;
        if (!decimal) {
            throw view.unknown(tree, "a new " + tree.getIdentifier());
        }
        if (arguments.get(0) instanceof Term.Constant constant) {
            return Term.Constant.of(Classes.DECIMAL, "new $T($L)", Classes.DECIMAL, constant.code());
        }
        return Forms.call(Classes.DECIMAL, "valueOf", arguments, tree, view)
                .orElseThrow(() -> view.unknown(tree, "a new BigDecimal of this"));
    }

    @Override
    public Term visitSwitchExpression(SwitchExpressionTree tree, View view) {
        return statements.choice(tree, view);
    }
}
