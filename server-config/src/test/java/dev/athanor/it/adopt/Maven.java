// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.adopt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.it.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Maven as it is used by hand, with a repository of its own. What that has not comes from the one of this build, which
 * has all that is needed: nothing is asked of the network, and nothing comes into that one.
 */
final class Maven {
    private static final Pattern WORD = Pattern.compile("(?:[^\\s\"]|\"[^\"]*\")+");
    private static final long MINUTES = 3;

    private final Path project;
    private final Path settings;
    private final Map<String, String> environment;

    private Maven(Path project, Path settings, Map<String, String> environment) {
        this.project = project;
        this.settings = settings;
        this.environment = environment;
    }

    static Maven in(Path project, Path repository, Map<String, String> environment) throws IOException {
        Path settings = repository.resolveSibling("settings.xml");
        Files.writeString(settings, """
                <settings>
                  <localRepository>%s</localRepository>
                  <mirrors>
                    <mirror><id>build</id><mirrorOf>*</mirrorOf><url>%s</url></mirror>
                  </mirrors>
                </settings>
                """.formatted(
                        repository, Path.of(TestServer.property("repository")).toUri()));
        return new Maven(project, settings, Map.copyOf(environment));
    }

    /** Runs a command that begins with {@code mvn}, and gives what it said. */
    String run(String command) throws IOException, InterruptedException {
        Path log = Files.createTempFile(settings.getParent(), "maven", ".log");
        Process process = builder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
        if (!ended) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
        String said = Files.readString(log);
        assertThat(ended && process.exitValue() == 0)
                .as("%s said:%n%s", command, said)
                .isTrue();
        return said;
    }

    private ProcessBuilder builder(String command) {
        List<String> words = new ArrayList<>(WORD.matcher(command)
                .results()
                .map(word -> word.group().replace("\"", ""))
                .toList());
        assertThat(words.remove(0)).isEqualTo("mvn");
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        Path script = Path.of(TestServer.property("maven"), "bin", windows ? "mvn.cmd" : "mvn");
        words.addAll(0, List.of(script.toString(), "-B", "-s", settings.toString()));
        ProcessBuilder builder = new ProcessBuilder(words).directory(project.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("MAVEN_") || name.startsWith("ATHANOR_"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("MAVEN_OPTS", "-Xmx512m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        builder.environment().putAll(environment);
        return builder;
    }
}
