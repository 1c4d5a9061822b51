// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor;

import com.palantir.javapoet.ClassName;
import com.sun.source.util.Trees;
import dev.athanor.processor.hybrid.Hybrids;
import dev.athanor.processor.hybrid.JavacTrees;
import dev.athanor.processor.hybrid.Unreadable;
import dev.athanor.processor.model.HybridMethod;
import dev.athanor.processor.model.TableModel;
import dev.athanor.processor.naming.Compilation;
import dev.athanor.processor.naming.Converters;
import dev.athanor.processor.naming.Entities;
import dev.athanor.processor.naming.TableModels;
import dev.athanor.processor.reading.ClassReader;
import dev.athanor.processor.reading.Problem;
import dev.athanor.processor.reading.Unresolved;
import dev.athanor.processor.writing.TableWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/** Generates the tables of entities, of what they inherit from and of what is embedded in them. */
@SupportedAnnotationTypes({
    TableProcessor.JPA + "Entity",
    TableProcessor.JPA + "MappedSuperclass",
    TableProcessor.JPA + "Embeddable",
    TableProcessor.JPA + "Converter"
})
public final class TableProcessor extends AbstractProcessor {
    static final String JPA = "jakarta.persistence.";

    private final Set<String> waiting = new LinkedHashSet<>();
    private final Set<String> reported = new HashSet<>();
    private Optional<Trees> trees = Optional.empty();
    private @Nullable Compilation compilation;

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        trees = JavacTrees.of(environment);
        ClassReader classes = new ClassReader(environment.getTypeUtils());
        compilation = new Compilation(
                environment.getElementUtils(),
                environment.getTypeUtils(),
                classes,
                new Entities(environment.getElementUtils(), classes),
                new Converters(environment.getTypeUtils()));
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (compilation == null || round.processingOver()) {
            return false;
        }
        Compilation current = compilation;
        annotated(current, round, "Converter").forEach(current.converters()::add);
        annotated(current, round, "Entity").forEach(current.entities()::add);
        List<TypeElement> types = new ArrayList<>();
        for (String name : waiting) {
            Optional.ofNullable(current.elements().getTypeElement(name)).ifPresent(types::add);
        }
        waiting.clear();
        Stream.of("Entity", "MappedSuperclass", "Embeddable")
                .flatMap(name -> annotated(current, round, name))
                .forEach(types::add);
        // Other classes may be there in the next round, so nothing is kept from one to another.
        TableModels models = new TableModels(current);
        Hybrids hybrids = new Hybrids(current, models.attributes(), trees, this::report);
        types.forEach(type -> generate(current, models, hybrids, type));
        return false;
    }

    private static Stream<TypeElement> annotated(Compilation compilation, RoundEnvironment round, String name) {
        TypeElement annotation = compilation.elements().getTypeElement(JPA + name);
        return annotation == null
                ? Stream.empty()
                : round.getElementsAnnotatedWith(annotation).stream()
                        .filter(TypeElement.class::isInstance)
                        .map(TypeElement.class::cast);
    }

    private void generate(Compilation current, TableModels models, Hybrids hybrids, TypeElement type) {
        try {
            Optional<TableModel> model = models.of(type);
            if (model.isPresent()) {
                List<HybridMethod> methods = hybrids.of(type, model.get().parent());
                writer(current).write(model.get(), methods).writeTo(processingEnv.getFiler());
            }
        } catch (Unresolved unresolved) {
            waiting.add(type.getQualifiedName().toString());
        } catch (Problem problem) {
            report(problem);
        } catch (FilerException exists) {
            error(type, "the table of " + type.getSimpleName() + " cannot be generated: its class is there already");
        } catch (IOException failed) {
            error(type, "the table of " + type.getSimpleName() + " cannot be written: " + failed.getMessage());
        }
    }

    private static TableWriter writer(Compilation compilation) {
        Optional<ClassName> generated = Stream.of("jakarta.annotation", "javax.annotation.processing")
                .filter(name -> compilation.elements().getTypeElement(name + ".Generated") != null)
                .findFirst()
                .map(name -> ClassName.get(name, "Generated"));
        return new TableWriter(generated, TableProcessor.class.getName());
    }

    private void report(RuntimeException problem) {
        if (problem instanceof Unreadable unreadable) {
            trees.ifPresent(known -> report(known, unreadable));
        } else if (problem instanceof Problem found) {
            if (reported.add(found.element() + ": " + found.getMessage())) {
                report(found);
            }
        } else {
            throw problem;
        }
    }

    /** A line of a superclass is read for each class below. */
    private void report(Trees known, Unreadable problem) {
        long place = known.getSourcePositions().getStartPosition(problem.unit(), problem.tree());
        if (reported.add(problem.unit().getSourceFile().toUri() + ":" + place + problem.getMessage())) {
            known.printMessage(
                    Diagnostic.Kind.ERROR, String.valueOf(problem.getMessage()), problem.tree(), problem.unit());
        }
    }

    private void report(Problem problem) {
        problem.mirror()
                .ifPresentOrElse(
                        mirror -> processingEnv
                                .getMessager()
                                .printMessage(Diagnostic.Kind.ERROR, problem.getMessage(), problem.element(), mirror),
                        () -> error(problem.element(), String.valueOf(problem.getMessage())));
    }

    private void error(Element element, String message) {
        processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, message, element);
    }
}
