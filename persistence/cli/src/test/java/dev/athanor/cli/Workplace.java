// SPDX-License-Identifier: Apache-2.0
package dev.athanor.cli;

import dev.athanor.testing.TestDatabase;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** A folder with settings and entities, in which commands run. */
final class Workplace {
    private final Path folder;
    private final TestDatabase database;
    private final Deque<String> answers = new ArrayDeque<>();
    private final Deque<String> secrets = new ArrayDeque<>();
    private final List<String> questions = new ArrayList<>();
    private boolean terminal;

    Workplace(Path folder, TestDatabase database) throws IOException {
        this.folder = folder;
        this.database = database;
        write("athanor.properties", """
                url = %s
                user = %s
                directory = db
                unit = library
                class-path = classes
                author = ada
                """.formatted(database.url(), database.user()));
        Files.createDirectories(folder.resolve("classes"));
    }

    /** Entities by the bodies of their classes. */
    void entities(Map<String, String> bodies) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "-proc:none",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))));
        arguments.addAll(List.of("-d", folder.resolve("classes").toString()));
        StringBuilder classes = new StringBuilder();
        for (Map.Entry<String, String> each : bodies.entrySet()) {
            arguments.add(write("sources/" + each.getKey() + ".java", """
                    package library;
                    import jakarta.persistence.*;
                    @Entity public class %s { %s }
                    """.formatted(each.getKey(), each.getValue()))
                    .toString());
            classes.append("<class>library.").append(each.getKey()).append("</class>");
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler.run(null, null, null, arguments.toArray(String[]::new)) != 0) {
            throw new IllegalArgumentException("the entities do not compile");
        }
        write("classes/META-INF/persistence.xml", """
                <persistence xmlns="https://jakarta.ee/xml/ns/persistence" version="3.0">
                  <persistence-unit name="library" transaction-type="RESOURCE_LOCAL">
                    <provider>org.eclipse.persistence.jpa.PersistenceProvider</provider>
                    %s
                    <exclude-unlisted-classes>true</exclude-unlisted-classes>
                  </persistence-unit>
                </persistence>
                """.formatted(classes));
    }

    /** Settings that say nothing of entities. */
    Workplace withoutEntities() throws IOException {
        Path settings = folder.resolve("athanor.properties");
        write("athanor.properties", Files.readString(settings).replace("unit = library\n", ""));
        return this;
    }

    Path write(String file, String text) throws IOException {
        Path written = folder.resolve(file);
        Files.createDirectories(written.getParent());
        return Files.writeString(written, text);
    }

    Path folder() {
        return folder;
    }

    TestDatabase database() {
        return database;
    }

    /** As if somebody were looking. */
    Workplace onTerminal(String... answers) {
        terminal = true;
        this.answers.addAll(List.of(answers));
        return this;
    }

    /** With somebody who types passwords. */
    Workplace typing(String... secrets) {
        this.secrets.addAll(List.of(secrets));
        return this;
    }

    /** The passwords that were asked for. */
    List<String> questions() {
        return questions;
    }

    /** The files of revisions, in the order of their names. */
    List<Path> revisions() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("db"))) {
            return files.filter(file -> file.toString().endsWith(".yaml") && !file.endsWith("changelog.yaml"))
                    .sorted()
                    .toList();
        }
    }

    Result run(String... arguments) {
        return run(Map.of(), arguments);
    }

    Result run(Map<String, String> environment, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter error = new StringWriter();
        int code = Athanor.run(
                arguments,
                new Surroundings(
                        folder, environment, new PrintWriter(out), new PrintWriter(error), terminal, new Scripted()));
        return new Result(code, out.toString().replace("\r\n", "\n"), error.toString());
    }

    /** Gives the answers that are at hand. */
    private final class Scripted implements Surroundings.Answers {
        @Override
        public Optional<String> secret(String question) {
            questions.add(question);
            return Optional.ofNullable(secrets.poll());
        }

        @Override
        public Optional<String> line(String question) {
            return Optional.ofNullable(answers.poll());
        }
    }

    /** What must go well. */
    String done(String... arguments) {
        Result result = run(arguments);
        if (result.code() != ExitCode.OK) {
            throw new AssertionError(List.of(arguments) + " ended with " + result);
        }
        return result.out();
    }

    /** What must go well, and answers in JSON. */
    JsonObject json(String... arguments) {
        String[] more = Stream.concat(Stream.of(arguments), Stream.of("--json")).toArray(String[]::new);
        Result result = run(more);
        if (result.code() != ExitCode.OK || !result.error().isEmpty()) {
            throw new AssertionError(List.of(more) + " ended with " + result);
        }
        return result.json();
    }

    /**
     * What a command left.
     *
     * @param code the exit code
     * @param out what it found
     * @param error what went wrong
     */
    record Result(int code, String out, String error) {
        JsonObject json() {
            try (JsonReader reader = Json.createReader(new StringReader(out))) {
                return reader.readObject();
            }
        }
    }
}
