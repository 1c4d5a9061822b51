// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor.hybrid;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import com.sun.source.tree.Tree;
import dev.athanor.processor.model.ColumnType;
import dev.athanor.processor.model.ColumnType.Kind;
import dev.athanor.processor.naming.BasicTypes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** The methods of Java's that there is SQL for. */
final class Forms {
    private static final Map<String, List<Form>> ALL = read();

    private Forms() {}

    private static Map<String, List<Form>> read() {
        try (InputStream stream = Objects.requireNonNull(Forms.class.getResourceAsStream("forms.txt"));
                BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(Form::of)
                    .collect(Collectors.groupingBy(Form::key));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A call of a static method. */
    static Optional<Term> call(TypeName owner, String name, List<Term> arguments, Tree tree, View view) {
        return find(Form.key(true, owner, name, arguments.size()), arguments)
                .map(form -> constants(arguments)
                        ? constant(form, CodeBlock.of("$T", owner), name, arguments)
                        : value(form, CodeBlock.of(""), List.of(), arguments, tree, view));
    }

    /** A call of an object's method. */
    static Optional<Term> call(Term self, TypeName type, String name, List<Term> arguments, Tree tree, View view) {
        Optional<Form> found = find(Form.key(false, Classes.boxed(type), name, arguments.size()), arguments);
        return found.map(form -> {
            if (self instanceof Term.Constant constant && constants(arguments)) {
                return constant(form, constant.code(), name, arguments);
            }
            if (form.ofConstant()) {
                return self instanceof Term.Constant constant
                        ? value(form, constant.code(), List.of(), arguments, tree, view)
                        : null;
            }
            Term.Value value = Values.of(self, tree, view);
            return value(form, value.code(), List.of(value), arguments, tree, view);
        });
    }

    private static Optional<Form> find(String key, List<Term> arguments) {
        return ALL.getOrDefault(key, List.of()).stream()
                .filter(form -> takes(form, arguments))
                .findFirst();
    }

    private static boolean takes(Form form, List<Term> arguments) {
        if (form.sql().isEmpty() && !constants(arguments)) {
            return false;
        }
        for (int i = 0; i < arguments.size(); i++) {
            if (!form.arguments().get(i).takes(arguments.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean constants(List<Term> arguments) {
        return arguments.stream().allMatch(Term.Constant.class::isInstance);
    }

    private static Term constant(Form form, CodeBlock self, String name, List<Term> arguments) {
        CodeBlock list = arguments.stream()
                .map(argument -> ((Term.Constant) argument).code())
                .collect(CodeBlock.joining(", "));
        return Term.Constant.of(form.result(), "$L.$L($L)", self, name, list);
    }

    private static Term value(
            Form form, CodeBlock self, List<Term.Value> of, List<Term> arguments, Tree tree, View view) {
        List<Term> all = new ArrayList<>(of);
        List<CodeBlock> codes = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            Form.Argument wanted = form.arguments().get(i);
            if (wanted.constant()) {
                codes.add(((Term.Constant) arguments.get(i)).code());
            } else {
                Term.Value value = Values.as(arguments.get(i), wanted.type(), tree, view);
                all.add(value);
                codes.add(value.code());
            }
        }
        Traits traits = Traits.of(all);
        return new Term.Value(
                form.code(self, codes), form.result(), kind(form.result()), form.fails() ? traits.failing() : traits);
    }

    private static Kind kind(TypeName type) {
        return BasicTypes.of(Classes.boxed(type)).map(ColumnType::kind).orElse(Kind.NUMBER);
    }
}
