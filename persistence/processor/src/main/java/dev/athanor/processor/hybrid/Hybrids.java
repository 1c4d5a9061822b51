// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor.hybrid;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.Trees;
import dev.athanor.processor.model.ColumnType;
import dev.athanor.processor.model.ColumnType.Kind;
import dev.athanor.processor.model.HybridMethod;
import dev.athanor.processor.naming.Attributes;
import dev.athanor.processor.naming.BasicTypes;
import dev.athanor.processor.naming.Compilation;
import dev.athanor.processor.naming.Names;
import dev.athanor.processor.reading.Marks;
import dev.athanor.processor.reading.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Reads the hybrids of classes. For what is compiled in one round. */
public final class Hybrids {
    private final Optional<Language> language;
    private final Declarations declarations;
    private final Compilation compilation;
    private final Consumer<RuntimeException> problems;
    private final Map<String, Traits> known = new HashMap<>();
    private final Set<String> open = new HashSet<>();

    /**
     * Of a compilation.
     *
     * @param trees what bodies are read by; none, if the compiler is not javac
     * @param problems takes a {@link Problem} or an {@link Unreadable}
     */
    public Hybrids(
            Compilation compilation,
            Attributes attributes,
            Optional<Trees> trees,
            Consumer<RuntimeException> problems) {
        this.compilation = compilation;
        this.language = trees.map(known -> new Language(compilation, attributes, known));
        this.declarations = new Declarations(compilation, problems);
        this.problems = problems;
    }

    /**
     * The hybrids that the generated class of a class has itself.
     *
     * @param above the class whose generated class it extends, if it extends one
     */
    public List<HybridMethod> of(TypeElement type, Optional<TypeElement> above) {
        declarations.check(type);
        List<HybridMethod> methods = new ArrayList<>();
        for (Declaration declared : declarations.of(type)) {
            boolean inherited = declared.owner() != type
                    && above.filter(parent -> shared(declared, parent)).isPresent();
            if (!inherited) {
                method(declared, type).ifPresent(methods::add);
            }
        }
        return methods;
    }

    /** Whether a superclass has for all what a hybrid of its needs. */
    private boolean shared(Declaration declared, TypeElement parent) {
        try {
            return declarations.of(parent).contains(declared)
                    && body(declared, parent).isPresent();
        } catch (Unreadable.Elsewhere elsewhere) {
            return false;
        } catch (Unreadable | Unreadable.Endless | Problem reported) {
            return true;
        }
    }

    private Optional<HybridMethod> method(Declaration declared, TypeElement type) {
        try {
            declared.check();
            return Optional.of(read(declared, type));
        } catch (Unreadable.Elsewhere elsewhere) {
            return Optional.empty();
        } catch (Unreadable.Endless endless) {
            problems.accept(endless.problem());
        } catch (Unreadable | Problem problem) {
            problems.accept(problem);
        }
        return unread(declared, type);
    }

    /** Its place, so that what uses it is not wrong as well. */
    private Optional<HybridMethod> unread(Declaration declared, TypeElement type) {
        Optional<ColumnType> result = result(declared, type);
        CodeBlock body = CodeBlock.builder()
                .addStatement("throw new $T()", UnsupportedOperationException.class)
                .build();
        return result.map(column -> new HybridMethod(
                declared.name(),
                parameters(declared, type),
                column,
                Optional.of(body),
                typed(parameters(declared, type)),
                Optional.empty(),
                Optional.empty()));
    }

    private HybridMethod read(Declaration declared, TypeElement type) {
        List<HybridMethod.Parameter> parameters = parameters(declared, type);
        Optional<Body> body = body(declared, type);
        body.ifPresent(found -> keepable(declared, type, found.traits()));
        ColumnType result = body.map(Body::type)
                .or(() -> result(declared, type))
                .orElseThrow(() -> declared.problem("gives what no value of the database is"));
        return new HybridMethod(
                declared.name(),
                parameters,
                result,
                body.map(Body::code),
                typed(parameters),
                declared.beside("Update")
                        .map(update -> CodeBlock.of(
                                "$T.$N(row, this, value)", ClassName.get(declared.owner()), update.getSimpleName())),
                declared.kept() ? Optional.of(schema(declared)) : Optional.empty());
    }

    private static HybridMethod.Schema schema(Declaration declared) {
        String column = declared.mark()
                .text("column")
                .map(Names::folded)
                .orElse(declared.name().toLowerCase(Locale.ROOT));
        return new HybridMethod.Schema(column, declared.stored());
    }

    private static void keepable(Declaration declared, TypeElement type, Traits traits) {
        if (declared.kept() && Marks.of(type).has("Embeddable")) {
            throw declared.problem("is kept by the database, which an embeddable cannot ask for; say it in the entity");
        }
        if (declared.kept() && traits.changing().isPresent()) {
            throw declared.problem("cannot be " + (declared.stored() ? "stored" : "indexed") + ", for it "
                    + traits.changing().get());
        }
    }

    private List<HybridMethod.Parameter> parameters(Declaration declared, TypeElement type) {
        List<? extends TypeMirror> types =
                compilation.classes().signature(declared.method(), type).getParameterTypes();
        List<HybridMethod.Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            TypeName name = Language.name(types.get(i));
            parameters.add(
                    new HybridMethod.Parameter(declared.parameters().get(i), name, BasicTypes.of(Classes.boxed(name))));
        }
        return parameters;
    }

    private static boolean typed(List<HybridMethod.Parameter> parameters) {
        return parameters.stream().allMatch(parameter -> parameter.sql().isPresent());
    }

    private TypeName returned(Declaration declared, TypeElement type) {
        return Methods.plain(Language.name(
                compilation.classes().signature(declared.method(), type).getReturnType()));
    }

    private Optional<ColumnType> result(Declaration declared, TypeElement type) {
        TypeName plain = returned(declared, type);
        return BasicTypes.of(Classes.boxed(plain)).or(() -> language.flatMap(known -> known.column(plain)));
    }

    /** What it is in SQL; nothing, if that is for subclasses to say. */
    private Optional<Body> body(Declaration declared, TypeElement type) {
        Optional<ExecutableElement> side = declared.beside("Sql");
        if (side.isPresent()) {
            return Optional.of(said(declared, type));
        }
        if (declared.isAbstract()) {
            if (Marks.of(type).has("MappedSuperclass")) {
                return Optional.empty();
            }
            throw declared.problem("is abstract; queries could not know what subclasses make of it");
        }
        Language found = language.orElseThrow(
                () -> declared.problem(
                        "is a hybrid, whose body only javac lets be read; compile by javac, or write an SQL side (@Hybrid.Sql)"));
        MethodTree written = found.trees().getTree(declared.method());
        if (written == null) {
            throw new Unreadable.Elsewhere();
        }
        return Optional.of(written(declared, type, written, found));
    }

    private Body said(Declaration declared, TypeElement type) {
        ColumnType result = result(declared, type)
                .orElseGet(
                        () -> new ColumnType(Kind.VALUE, returned(declared, type), Optional.empty(), Optional.empty()));
        CodeBlock.Builder arguments = CodeBlock.builder().add("this");
        declared.parameters().forEach(parameter -> arguments.add(", $N", parameter));
        CodeBlock code = CodeBlock.builder()
                .addStatement("return $T.$N($L)", ClassName.get(declared.owner()), declared.name(), arguments.build())
                .build();
        return new Body(code, result, Traits.NULLABLE);
    }

    private Body written(Declaration declared, TypeElement type, MethodTree written, Language found) {
        String key = type.getQualifiedName() + "." + declared.signature();
        open.add(key);
        try {
            View view = view(declared, type, found);
            Term term = new Expressions(found, this::traits).statements().result(written.getBody(), view);
            TypeName wanted = returned(declared, type);
            Tree result = view.draft().returned().orElse(written);
            Term.Value value = Values.as(term, wanted, result, view);
            if (!Classes.boxed(value.type()).equals(Classes.boxed(wanted))) {
                throw view.problem(result, "this gives a " + value.type() + " where a " + wanted + " is declared");
            }
            ColumnType column = found.column(wanted)
                    .filter(known -> known.kind() == value.kind())
                    .orElseGet(() ->
                            new ColumnType(value.kind(), Classes.boxed(wanted), Optional.empty(), Optional.empty()));
            known.put(key, value.traits());
            return new Body(view.draft().with(value.code()), column, value.traits());
        } finally {
            open.remove(key);
        }
    }

    private View view(Declaration declared, TypeElement type, Language found) {
        List<HybridMethod.Parameter> parameters = parameters(declared, type);
        boolean typed = typed(parameters);
        Draft draft = new Draft(declared.parameters(), typed ? declared.parameters() : List.of());
        Map<String, Term> locals = new HashMap<>();
        parameters.forEach(parameter -> locals.put(parameter.name(), parameter(parameter, typed)));
        CodeBlock self = CodeBlock.of("this");
        CodeBlock table = Marks.of(type).has("Embeddable") ? CodeBlock.of("this.table_") : self;
        Term row = new Term.Row(new Spot(self, table, List.of(), false), type);
        return new View(declared.owner(), found.unit(declared.method()).orElseThrow(), Optional.of(row), locals, draft);
    }

    private static Term parameter(HybridMethod.Parameter parameter, boolean typed) {
        CodeBlock name = CodeBlock.of("$N", parameter.name());
        return parameter
                .sql()
                .<Term>map(sql -> new Term.Value(
                        typed
                                ? name
                                : CodeBlock.of(
                                        "$T.value($L, $L)",
                                        Classes.SQL,
                                        sql.sqlType().orElseThrow(),
                                        name),
                        parameter.type(),
                        sql.kind(),
                        parameter.type().isPrimitive() ? Traits.SURE : Traits.NULLABLE))
                .orElseGet(() -> new Term.Given(name, parameter.type()));
    }

    /** Those of a hybrid that another calls. */
    private Traits traits(ExecutableElement method, TypeElement type, Tree call, View view) {
        Declaration declared = Declaration.of(method).orElseThrow();
        String key = type.getQualifiedName() + "." + declared.signature();
        if (open.contains(key)) {
            throw new Unreadable.Endless(view.problem(
                    call,
                    method.getSimpleName() + "(…) leads back to itself, which a statement cannot; write a recursive"
                            + " query (recursiveUnion)"));
        }
        Traits found = known.get(key);
        return found == null ? read(declared, type, key) : found;
    }

    private Traits read(Declaration declared, TypeElement type, String key) {
        Traits found;
        try {
            found = body(declared, type).map(Body::traits).orElse(Traits.NULLABLE);
        } catch (Unreadable.Elsewhere | Unreadable | Problem reported) {
            found = Traits.NULLABLE; // it is compiled already, or reported where it is
        }
        known.put(key, found);
        return found;
    }

    private record Body(CodeBlock code, ColumnType type, Traits traits) {}
}
