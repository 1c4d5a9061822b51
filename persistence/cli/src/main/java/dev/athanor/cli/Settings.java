// SPDX-License-Identifier: Apache-2.0
package dev.athanor.cli;

import dev.athanor.migrations.model.Naming;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is said by options, else by the environment, else in a file. Paths in the file are relative to it, others to the
 * folder where the command runs. For one thread.
 */
final class Settings {
    static final String FILE = "athanor.properties";

    private static final Set<String> KEYS = Set.of(
            "url",
            "user",
            "password",
            "directory",
            "unit",
            "class-path",
            "schemas",
            "author",
            "wait",
            "naming.primary-key",
            "naming.unique",
            "naming.foreign-key",
            "naming.check",
            "naming.index");
    private static final Map<String, String> VARIABLES = Map.of(
            "url", "ATHANOR_DB_URL",
            "user", "ATHANOR_DB_USER",
            "password", "ATHANOR_DB_PASSWORD");

    private final Options options;
    private final Surroundings surroundings;
    private final Path folder;
    private final Properties file;
    private Optional<String> typed = Optional.empty();

    private Settings(Options options, Surroundings surroundings, Path folder, Properties file) {
        this.options = options;
        this.surroundings = surroundings;
        this.folder = folder;
        this.file = file;
    }

    static Settings of(Options options, Surroundings surroundings) {
        Path named = surroundings.folder().resolve(options.config == null ? Path.of(FILE) : options.config);
        if (!Files.exists(named)) {
            if (options.config != null) {
                throw new UsageException("there is no file " + named);
            }
            return new Settings(options, surroundings, surroundings.folder(), new Properties());
        }
        Properties file = new Properties();
        try (Reader reader = Files.newBufferedReader(named)) {
            file.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new UsageException(named + " cannot be read: " + e.getMessage(), e);
        }
        Set<String> unknown = new TreeSet<>(file.stringPropertyNames());
        unknown.removeAll(KEYS);
        if (!unknown.isEmpty()) {
            throw new UsageException(named + " says " + String.join(", ", unknown) + ", which is no setting; there are "
                    + String.join(", ", new TreeSet<>(KEYS)));
        }
        Path within = named.toAbsolutePath().normalize().getParent();
        return new Settings(options, surroundings, Objects.requireNonNullElse(within, surroundings.folder()), file);
    }

    Optional<String> url() {
        return value("url", options.url);
    }

    Optional<String> user() {
        return value("user", options.user);
    }

    /** Not by an option, which others could see. Asked for once. */
    Optional<String> password() {
        if (options.askPassword && typed.isEmpty()) {
            typed = surroundings.answers().secret("Password: ");
            if (typed.isEmpty()) {
                throw new UsageException("there is no terminal on which the password could be asked for; say it by "
                        + VARIABLES.get("password"));
            }
        }
        return typed.or(() -> value("password", null));
    }

    Path directory() {
        return path("directory", options.directory)
                .orElseThrow(() -> new UsageException(
                        "nothing says where the revisions are: give --directory, or" + " \"directory\" in " + FILE));
    }

    Optional<String> unit() {
        return value("unit", options.unit);
    }

    List<Path> classPath() {
        if (options.classPath != null) {
            return ClassPath.of(options.classPath, surroundings.folder());
        }
        return ClassPath.of(file.getProperty("class-path", ""), folder);
    }

    Set<String> schemas() {
        Set<String> schemas = new TreeSet<>();
        value("schemas", options.schemas).ifPresent(names -> Arrays.stream(names.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .forEach(schemas::add));
        return schemas;
    }

    String author() {
        return value("author", options.author).orElseGet(() -> System.getProperty("user.name", "athanor"));
    }

    Duration patience() {
        String seconds = value("wait", options.wait).orElse("60");
        try {
            return Duration.ofSeconds(Integer.parseUnsignedInt(seconds));
        } catch (NumberFormatException e) {
            throw new UsageException("\"" + seconds + "\" is no number of seconds to wait", e);
        }
    }

    Naming naming() {
        Naming plain = Naming.ofPostgreSql();
        return new Naming(
                file.getProperty("naming.primary-key", plain.primaryKey()),
                file.getProperty("naming.unique", plain.uniqueKey()),
                file.getProperty("naming.foreign-key", plain.foreignKey()),
                file.getProperty("naming.check", plain.check()),
                file.getProperty("naming.index", plain.index()));
    }

    private Optional<Path> path(String key, @Nullable String option) {
        return option == null
                ? value(key, null).map(folder::resolve)
                : Optional.of(surroundings.folder().resolve(option));
    }

    private Optional<String> value(String key, @Nullable String option) {
        return Optional.ofNullable(option)
                .or(() -> Optional.ofNullable(VARIABLES.get(key)).map(surroundings.environment()::get))
                .or(() -> Optional.ofNullable(file.getProperty(key)))
                .filter(value -> !value.isBlank());
    }
}
