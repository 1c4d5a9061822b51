// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor.hybrid;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import com.sun.source.tree.Tree;
import dev.athanor.processor.model.ColumnType;
import dev.athanor.processor.model.ColumnType.Kind;
import dev.athanor.processor.naming.BasicTypes;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes values of SQL of what a body says. */
final class Values {
    private static final TypeName PERIOD = ClassName.get(Period.class);
    private static final Set<Kind> OF_COLUMN = Set.of(Kind.ENUM, Kind.VALUE, Kind.ARRAY, Kind.JSON);

    private Values() {}

    /** A term as a value. */
    static Term.Value of(Term term, Tree tree, View view) {
        if (term instanceof Term.Value value) {
            return value;
        } else if (term instanceof Term.Constant constant) {
            return inline(constant, tree, view);
        } else if (term instanceof Term.Maybe maybe) {
            return of(maybe.value(), tree, view);
        } else if (term instanceof Term.Order order) {
            return Comparisons.order(order, tree, view);
        } else if (term instanceof Term.Row || term instanceof Term.One) {
            throw view.problem(tree, "an entity or an embedded object is no value; ask it for one of its attributes");
        } else if (term instanceof Term.Many || term instanceof Term.Rows) {
            throw view.problem(tree, "a collection is no value; ask for its size(), or for a sum by its stream()");
        } else if (term instanceof Term.Given) {
            throw view.problem(tree, "a parameter of this type can only be compared with an attribute");
        } else if (term instanceof Term.Span) {
            throw view.problem(tree, "a Period is no value; ask for its getYears(), getMonths() or toTotalMonths()");
        }
        throw view.problem(tree, "null stands alone here; it can be returned, or compared with");
    }

    /** A term as a value of a type: numbers are widened as Java does. */
    static Term.Value as(Term term, TypeName type, Tree tree, View view) {
        if (term instanceof Term.Constant constant && Classes.arithmetic(type) && differs(constant.type(), type)) {
            return inline(cast(constant, Classes.unboxed(type)), tree, view);
        }
        Term.Value value = of(term, tree, view);
        return Classes.arithmetic(type) && Classes.arithmetic(value.type()) && differs(value.type(), type)
                ? number(value, Classes.unboxed(type))
                : value;
    }

    private static boolean differs(TypeName one, TypeName other) {
        return !Classes.boxed(one).equals(Classes.boxed(other));
    }

    static Term.Constant cast(Term.Constant constant, TypeName type) {
        if (constant.type().equals(type)) {
            return constant;
        }
        return Term.Constant.of(type, "(($T) $L)", type, constant.code());
    }

    /** A number as one of another type, which can hold it. */
    static Term.Value number(Term.Value value, TypeName type) {
        CodeBlock code =
                switch (type.toString()) {
                    case "int" -> CodeBlock.of("$L.asInteger()", value.code());
                    case "long" -> CodeBlock.of("$L.asLong()", value.code());
                    case "double" -> CodeBlock.of("$L.asDouble()", value.code());
                    default ->
                        CodeBlock.of("$L.cast($L)", value.code(), sqlType(type).orElseThrow());
                };
        return new Term.Value(code, type, Kind.NUMBER, value.traits());
    }

    /** Whether it is true. */
    static Term.Value truth(Term term, Tree tree, View view) {
        Term.Value value = of(term, tree, view);
        if (value.kind() != Kind.BOOLEAN) {
            throw view.problem(tree, "a condition is expected here, and this is of the type " + value.type());
        }
        return value;
    }

    /** A constant, as it stands in a statement. */
    private static Term.Value inline(Term.Constant constant, Tree tree, View view) {
        TypeName type = constant.type();
        if (Classes.numbered(type)) {
            return value(CodeBlock.of("$T.inline($L.getValue())", Classes.SQL, constant.code()), type, Kind.NUMBER);
        }
        if (type.equals(TypeName.CHAR)) {
            return value(
                    CodeBlock.of("$T.inline($T.valueOf($L))", Classes.SQL, String.class, constant.code()),
                    Classes.STRING,
                    Kind.TEXT);
        }
        if (type.equals(PERIOD)) {
            return value(CodeBlock.of("$T.inline($L)", Classes.SQL, constant.code()), type, Kind.INTERVAL);
        }
        if (Set.of(TypeName.INT, TypeName.LONG, TypeName.BOOLEAN, Classes.STRING, Classes.DECIMAL)
                .contains(type)) {
            return value(CodeBlock.of("$T.inline($L)", Classes.SQL, constant.code()), type, kind(type));
        }
        CodeBlock known = sqlType(type).orElseGet(() -> enumeration(constant, tree, view));
        Kind kind = BasicTypes.of(Classes.boxed(type)).map(ColumnType::kind).orElse(Kind.ENUM);
        return value(CodeBlock.of("$T.inline($L, $L)", Classes.SQL, known, constant.code()), type, kind);
    }

    private static CodeBlock enumeration(Term.Constant constant, Tree tree, View view) {
        if (constant.symbol().isEmpty()) {
            throw view.unknown(tree, "a value of the type " + constant.type());
        }
        return CodeBlock.of("$T.enumText($T.class)", Classes.SQL_TYPES, constant.type());
    }

    private static Kind kind(TypeName type) {
        return BasicTypes.of(Classes.boxed(type)).orElseThrow().kind();
    }

    private static Term.Value value(CodeBlock code, TypeName type, Kind kind) {
        return new Term.Value(code, type, kind, Traits.SURE);
    }

    static Optional<CodeBlock> sqlType(TypeName type) {
        return BasicTypes.of(Classes.boxed(type)).flatMap(ColumnType::sqlType);
    }

    /** A term as a value that is kept as another is. */
    static Term.Value like(Term.Value model, Term term, Tree tree, View view) {
        if (!OF_COLUMN.contains(model.kind())) {
            return as(term, model.type(), tree, view);
        }
        if (term instanceof Term.Constant constant && model.ofColumn()) {
            CodeBlock code = CodeBlock.of("$T.constant($L, $L)", Classes.SQL, model.code(), constant.code());
            return new Term.Value(code, model.type(), model.kind(), Traits.SURE);
        }
        return of(term, tree, view);
    }

    /** One of several terms, by a case; each is followed by the condition of the next, the last has none. */
    static Term choice(Term.Value condition, Term yes, Term no, Tree tree, View view) {
        if (yes instanceof Term.Maybe || no instanceof Term.Maybe) {
            return new Term.Maybe(choice(condition, inner(yes), inner(no), tree, view));
        }
        if (yes instanceof Term.Nothing && no instanceof Term.Nothing) {
            return yes;
        }
        List<Term.Value> values = alike(List.of(yes, no), tree, view);
        Traits traits = condition.traits().nullable(false).and(Traits.of(List.of(yes, no)));
        Term.Value model = values.get(0);
        CodeBlock first = CodeBlock.of(
                "$T.when($L, $L)",
                Classes.FUNCTIONS,
                condition.code(),
                yes instanceof Term.Nothing ? absent(model) : values.get(0).code());
        CodeBlock code = no instanceof Term.Nothing
                ? CodeBlock.of("$L.otherwiseNull()", first)
                : CodeBlock.of("$L.otherwise($L)", first, values.get(1).code());
        TypeName type = traits.nullable() ? Classes.boxed(model.type()) : model.type();
        return new Term.Value(code, type, model.kind(), traits);
    }

    private static Term inner(Term term) {
        return term instanceof Term.Maybe maybe ? inner(maybe.value()) : term;
    }

    private static CodeBlock absent(Term.Value model) {
        return CodeBlock.of("$T.nullLike($L)", Classes.SQL, model.code());
    }

    /** Terms as values of one type; a null becomes the first of the others. */
    static List<Term.Value> alike(List<Term> terms, Tree tree, View view) {
        List<Term> present =
                terms.stream().filter(term -> !(term instanceof Term.Nothing)).toList();
        Term.Value model = present.stream()
                .filter(Term.Value.class::isInstance)
                .findFirst()
                .map(Term.Value.class::cast)
                .orElseGet(() -> of(present.get(0), tree, view));
        TypeName type = present.stream()
                .map(term -> typeOf(term, tree, view))
                .reduce(Values::common)
                .orElseThrow();
        List<Term.Value> values = new ArrayList<>();
        for (Term term : terms) {
            Term shown = term instanceof Term.Nothing ? present.get(0) : term;
            Term.Value value = Classes.arithmetic(type) ? as(shown, type, tree, view) : like(model, shown, tree, view);
            if (value.kind() != model.kind()) {
                throw view.problem(tree, "one value is of the type " + model.type() + ", another of " + value.type());
            }
            values.add(value);
        }
        return values;
    }

    private static TypeName typeOf(Term term, Tree tree, View view) {
        return term instanceof Term.Constant constant
                ? constant.type()
                : of(term, tree, view).type();
    }

    private static TypeName common(TypeName one, TypeName other) {
        return Classes.arithmetic(one) && Classes.arithmetic(other) && differs(one, other)
                ? Promotion.of(one, other)
                : one;
    }
}
