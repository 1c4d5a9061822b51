// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.adopt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** This project, as it is built: installs modules as Maven would, without building them once more. */
final class Checkout {
    private static final Pattern VERSION = Pattern.compile("<version>([^<]+)</version>");
    private static final Pattern NEEDED =
            Pattern.compile("<groupId>dev\\.athanor</groupId>\\s*<artifactId>athanor-?([a-z-]*)</artifactId>");
    private static final Pattern MODULES = Pattern.compile("-pl (\\S+) -am$");

    private final Path folder;

    Checkout(Path folder) {
        this.folder = folder;
    }

    /** Does what {@code mvn install … -pl modules -am} does. */
    void install(String command, Path repository) throws IOException {
        Matcher named = MODULES.matcher(command);
        assertThat(named.find()).as(command).isTrue();
        Set<Path> modules = new LinkedHashSet<>();
        for (String module : named.group(1).split(",", -1)) {
            add(folder.resolve(module), modules);
        }
        for (Path module : modules) {
            install(module, repository);
        }
    }

    /** Its version. */
    String version() throws IOException {
        return version(Files.readString(folder.resolve("pom.xml")));
    }

    private static String version(String pom) {
        Matcher version = VERSION.matcher(pom);
        assertThat(version.find()).isTrue();
        return version.group(1);
    }

    private void add(Path module, Set<Path> modules) throws IOException {
        if (modules.add(module)) {
            for (String needed : needed(module)) {
                add(module(needed), modules);
            }
        }
    }

    /** What a module's file names besides itself; the parent's names all modules, as those whose versions are known. */
    private List<String> needed(Path module) throws IOException {
        if (module.equals(folder) || module.endsWith("bom")) {
            return List.of();
        }
        return NEEDED.matcher(Files.readString(module.resolve("pom.xml")))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private Path module(String name) {
        return switch (name) {
            case "" -> folder;
            case "persistence" -> folder.resolve("persistence");
            default -> folder.resolve("persistence").resolve(name);
        };
    }

    private void install(Path module, Path repository) throws IOException {
        String pom = Files.readString(module.resolve("pom.xml"));
        String version = version(pom);
        String name = artifact(module);
        Path target = repository.resolve("dev/athanor").resolve(name).resolve(version);
        Files.createDirectories(target);
        String file = name + "-" + version;
        Files.writeString(target.resolve(file + ".pom"), pom);
        if (!pom.contains("<packaging>pom</packaging>")) {
            Files.copy(jar(module, file, name), target.resolve(file + ".jar"));
        }
    }

    private String artifact(Path module) {
        return module.equals(folder) ? "athanor" : "athanor-" + module.getFileName();
    }

    private static Path jar(Path module, String file, String name) {
        return Stream.of(file, name)
                .map(jar -> module.resolve("target").resolve(jar + ".jar"))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no jar in " + module.resolve("target")));
    }
}
