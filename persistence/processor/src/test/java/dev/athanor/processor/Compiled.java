// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor;

import dev.athanor.sql.Association;
import dev.athanor.sql.Column;
import dev.athanor.sql.Sql;
import dev.athanor.sql.Table;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Sources that the compiler and the processor have seen. */
final class Compiled {
    private static final Pattern NAME = Pattern.compile("\\b(?:class|interface|enum|record) (\\w+)");
    private static final String HEAD = """
            package test;
            import dev.athanor.annotations.*;
            import jakarta.persistence.*;
            import java.time.*;
            import java.util.*;
            """;

    private final Path folder;
    private final URLClassLoader loader;
    private final List<Diagnostic<? extends JavaFileObject>> diagnostics;

    private Compiled(Path folder, List<Diagnostic<? extends JavaFileObject>> diagnostics) {
        this.folder = folder;
        this.diagnostics = diagnostics;
        try {
            this.loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, Compiled.class.getClassLoader());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compiles classes of one package, all warnings on. */
    static Compiled of(Path folder, String... sources) {
        return by(new TableProcessor(), folder, sources);
    }

    /** Compiles classes by a processor; those that were compiled there before are there. */
    static Compiled by(Processor processor, Path folder, String... sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> collector = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(collector, Locale.ROOT, null)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(folder));
            files.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(folder));
            JavaCompiler.CompilationTask task = compiler.getTask(
                    null,
                    files,
                    collector,
                    List.of(
                            "-Xlint:all,-processing,-serial,-classfile",
                            "-parameters",
                            "-classpath",
                            folder + File.pathSeparator + System.getProperty("java.class.path")),
                    null,
                    Stream.of(sources).map(Source::new).toList());
            task.setProcessors(List.of(processor));
            task.call();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Compiled(folder, collector.getDiagnostics());
    }

    /** What the compiler said. */
    List<String> messages() {
        return diagnostics.stream()
                .map(message -> message.getMessage(Locale.ROOT))
                .toList();
    }

    /** The lines that the compiler complains about. */
    List<String> lines() throws IOException {
        return diagnostics.stream()
                .map(message -> message.getLineNumber() + ": " + message.getMessage(Locale.ROOT))
                .toList();
    }

    /** The source of a generated class. */
    String source(String name) throws IOException {
        return Files.readString(folder.resolve("test/" + name + ".java"));
    }

    /** A table, by its class. */
    Table table(String name, String alias) {
        try {
            Method as = loader.loadClass("test." + name).getMethod("as", String.class);
            as.setAccessible(true); // tables of package-private entities are package-private
            return (Table) Objects.requireNonNull(as.invoke(null, alias));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(messages().toString(), e);
        }
    }

    /** What a path of fields leads to. */
    static Object at(Object table, String path) {
        Object value = table;
        for (String name : path.split("\\.", -1)) {
            value = field(value, name);
        }
        return value;
    }

    /** A column's class and name. */
    static String column(Object table, String path) {
        Column<?> column = (Column<?>) at(table, path);
        return column.getClass().getSimpleName() + " " + column.name();
    }

    /** What a relation is joined by. */
    @SuppressWarnings("unchecked") // the test says which table it leads to
    static String on(Table owner, String path, Table target) {
        Association<?, Table> association = (Association<?, Table>) at(owner, path);
        String all = Sql.select(Sql.inline(1))
                .from(owner)
                .join(association, target)
                .sql()
                .replace("\"", "");
        return all.substring(all.indexOf(" from ") + 6);
    }

    private static Object field(Object owner, String name) {
        try {
            Field field = owner.getClass().getField(name);
            field.setAccessible(true);
            return Objects.requireNonNull(field.get(owner));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(owner.getClass() + "." + name, e);
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String code;

        Source(String code) {
            super(URI.create("string:///test/" + name(code) + ".java"), Kind.SOURCE);
            this.code = HEAD + code;
        }

        private static String name(String code) {
            Matcher name = NAME.matcher(code);
            return name.find() ? name.group(1) : "Unnamed";
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return code;
        }
    }
}
