// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor.hybrid;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import com.sun.source.tree.Tree;
import dev.athanor.processor.model.ColumnType.Kind;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Texts of values, and several as one. */
final class Texts {
    private static final List<String> SHOWN = List.of(LocalDate.class.getName(), UUID.class.getName());

    private Texts() {}

    /** Two, one after the other. */
    static Term.Value concat(Term left, Term right, Tree tree, View view) {
        Term.Value one = of(left, tree, view);
        Term.Value other = of(right, tree, view);
        return text(
                CodeBlock.of("$L.concat($L)", one.code(), other.code()),
                one.traits().and(other.traits()));
    }

    /** Several, with a separator. */
    static Term.Value join(List<Term> terms, Tree tree, View view) {
        List<Term.Value> values =
                terms.stream().map(term -> of(term, tree, view)).toList();
        return text(
                CodeBlock.of(
                        "$T.join($L)",
                        Classes.JAVA_TEXT,
                        Stream.of(values)
                                .flatMap(List::stream)
                                .map(Term.Value::code)
                                .collect(CodeBlock.joining(", "))),
                Traits.of(values));
    }

    private static Term.Value text(CodeBlock code, Traits traits) {
        return new Term.Value(code, Classes.STRING, Kind.TEXT, traits);
    }

    /** A value as text. */
    private static Term.Value of(Term term, Tree tree, View view) {
        if (term instanceof Term.Constant constant && !Classes.text(constant.type())) {
            return Values.of(Term.Constant.of(Classes.STRING, "(\"\" + $L)", constant.code()), tree, view);
        }
        Term.Value value = Values.of(term, tree, view);
        if (value.converted()) {
            throw view.problem(tree, "what is kept by a converter, or as JSON, can only be compared");
        }
        return Classes.text(value.type()) ? value : shown(value, tree, view);
    }

    private static Term.Value shown(Term.Value value, Tree tree, View view) {
        TypeName type = Classes.boxed(value.type());
        if (Classes.whole(type) || Classes.truth(type) || SHOWN.contains(type.toString())) {
            return text(CodeBlock.of("$T.text($L)", Classes.JAVA_TEXT, value.code()), value.traits());
        }
        if (type.equals(Classes.DECIMAL)) {
            throw view.problem(tree, "a BigDecimal's text may have an exponent; write toPlainString()");
        }
        if (value.kind() == Kind.ENUM) {
            throw view.problem(tree, "what a constant's text is says its class; write name()");
        }
        throw view.unknown(tree, "the text of a value of the type " + type);
    }
}
