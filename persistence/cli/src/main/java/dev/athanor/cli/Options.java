// SPDX-License-Identifier: Apache-2.0
package dev.athanor.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every command can be told. */
final class Options {
    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description = "Settings; athanor.properties if not said.")
    @Nullable
    Path config;

    @Option(names = "--url", paramLabel = "URL", description = "The database: jdbc:postgresql://…")
    @Nullable
    String url;

    @Option(names = "--user", paramLabel = "NAME", description = "The user that migrates.")
    @Nullable
    String user;

    @Option(
            names = {"-W", "--ask-password"},
            description = "Ask for the password. It is otherwise that of ATHANOR_DB_PASSWORD, or of the settings.")
    boolean askPassword;

    @Option(
            names = {"-d", "--directory"},
            paramLabel = "FOLDER",
            description = "The folder of the revisions.")
    @Nullable
    String directory;

    @Option(names = "--unit", paramLabel = "NAME", description = "The persistence unit whose entities are the model.")
    @Nullable
    String unit;

    @Option(
            names = "--class-path",
            paramLabel = "PATHS",
            description = "Where the unit and its classes are: folders, jars, and jars by patterns (lib/*.jar).")
    @Nullable
    String classPath;

    @Option(
            names = "--schemas",
            paramLabel = "NAMES",
            description = "Schemas to look at besides the connection's own and the model's.")
    @Nullable
    String schemas;

    @Option(names = "--author", paramLabel = "NAME", description = "Who writes revisions.")
    @Nullable
    String author;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            description = "How long to wait for others that migrate; 60 if not said.")
    @Nullable
    String wait;

    @Option(names = "--json", description = "Answer with one object of JSON.")
    boolean json;

    @Option(names = "--no-color", description = "No colours.")
    boolean noColor;

    @Option(
            names = {"-v", "--verbose"},
            description = "Show what causes errors.")
    boolean verbose;
}
