// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor.hybrid;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import dev.athanor.processor.model.ColumnType.Kind;
import dev.athanor.processor.naming.BasicTypes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;

/** Calls of static methods. */
final class StaticCalls {
    private static final Set<String> CLOCKS = Set.of(
            "java.time.LocalDate",
            "java.time.LocalDateTime",
            "java.time.LocalTime",
            "java.time.OffsetDateTime",
            "java.time.Instant");
    private static final Set<String> COPIES = Set.of(
            "java.util.Collections.unmodifiableList",
            "java.util.Collections.unmodifiableSet",
            "java.util.Collections.unmodifiableCollection",
            "java.util.Collections.unmodifiableMap",
            "java.util.List.copyOf",
            "java.util.Set.copyOf",
            "java.util.Map.copyOf");
    private static final String TIME = "depends on the time at which the statement runs";

    private final Expressions expressions;

    StaticCalls(Expressions expressions) {
        this.expressions = expressions;
    }

    Optional<Term> read(TypeElement owner, String name, List<? extends ExpressionTree> trees, Tree call, View view) {
        List<Term> arguments = expressions.read(trees, view);
        String type = owner.getQualifiedName().toString();
        if (COPIES.contains(type + "." + name)) {
            return Optional.of(arguments.get(0));
        }
        Optional<Term> special =
                switch (type) {
                    case "java.util.Objects" -> objects(name, arguments, call, view);
                    case "java.util.Optional" -> optional(name, arguments);
                    case "java.lang.String" -> joined(name, arguments, call, view);
                    case "java.time.Period" -> period(name, arguments);
                    default -> Optional.empty();
                };
        return special.or(() -> clock(owner, name, arguments))
                .or(() -> Forms.call(ClassName.get(owner), name, arguments, call, view));
    }

    private static Optional<Term> objects(String name, List<Term> arguments, Tree call, View view) {
        return switch (name + "/" + arguments.size()) {
            case "equals/2" -> Optional.of(Comparisons.same(arguments.get(0), arguments.get(1), call, view));
            case "isNull/1" -> Optional.of(Comparisons.absent(arguments.get(0), call, view));
            case "nonNull/1" -> Optional.of(Comparisons.present(arguments.get(0), call, view));
            case "requireNonNull/1", "requireNonNull/2" -> Optional.of(arguments.get(0));
            case "requireNonNullElse/2" ->
                Optional.of(Optionals.otherwise(new Term.Maybe(arguments.get(0)), arguments.get(1), call, view));
            default -> Optional.empty();
        };
    }

    private static Optional<Term> optional(String name, List<Term> arguments) {
        return switch (name) {
            case "of", "ofNullable" -> Optional.of(new Term.Maybe(arguments.get(0)));
            case "empty" -> Optional.of(new Term.Maybe(new Term.Nothing()));
            default -> Optional.empty();
        };
    }

    private static Optional<Term> joined(String name, List<Term> arguments, Tree call, View view) {
        return name.equals("join") && arguments.size() > 1
                ? Optional.of(Texts.join(arguments, call, view))
                : Optional.empty();
    }

    private static Optional<Term> period(String name, List<Term> arguments) {
        return name.equals("between")
                ? Optional.of(new Term.Span(arguments.get(0), arguments.get(1)))
                : Optional.empty();
    }

    /** The time is that of the statement, and the same all over it. */
    private static Optional<Term> clock(TypeElement owner, String name, List<Term> arguments) {
        boolean zoned = arguments.size() == 1 && arguments.get(0) instanceof Term.Constant;
        if (!name.equals("now")
                || !CLOCKS.contains(owner.getQualifiedName().toString())
                || !(arguments.isEmpty() || zoned)) {
            return Optional.empty();
        }
        TypeName type = ClassName.get(owner);
        CodeBlock zone = zoned
                ? CodeBlock.of("clock.withZone($L)", ((Term.Constant) arguments.get(0)).code())
                : CodeBlock.of("clock");
        CodeBlock code = CodeBlock.of(
                "$T.atExecution($L, clock -> $T.now($L))",
                Classes.CLOCKED,
                BasicTypes.of(type).orElseThrow().sqlType().orElseThrow(),
                type,
                zone);
        return Optional.of(new Term.Value(code, type, Kind.TEMPORAL, Traits.SURE.changing(TIME)));
    }
}
