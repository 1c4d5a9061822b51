// SPDX-License-Identifier: Apache-2.0
package dev.athanor.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The defaults of settings are those that the page for operators has, wherever they are said. */
class SettingsTest {
    private static final Path PROJECT = Path.of(Objects.requireNonNull(
            System.getProperty("athanor.project"), "athanor.project is not set; run the tests by Maven"));

    private static final Pattern OF_LIBERTY =
            Pattern.compile("<variable name=\"(?:env\\.)?(ATHANOR_\\w+)\" defaultValue=\"([^\"$]*)\"/>");

    private static final Pattern OF_JAVA =
            Pattern.compile("name = \"(athanor[^\"]+)\",\\s*defaultValue = (?:\"([^\"]*)\"|(\\w+)\\.(\\w+))");

    private static final Pattern QUOTED = Pattern.compile("`([^`]*)`");

    @Test
    void theDeploymentPageHasTheDefaults() throws IOException {
        Map<String, Set<String>> defaults = new TreeMap<>();
        for (MatchResult found : found(OF_LIBERTY, "server-config/src/main/liberty/config", ".xml")) {
            add(defaults, found.group(1), found.group(2));
        }
        for (String module : List.of("web", "persistence/services")) {
            for (MatchResult found : found(OF_JAVA, module + "/src/main/java", ".java")) {
                String name = found.group(1).replace('.', '_').toUpperCase(Locale.ROOT);
                add(defaults, name, found.group(2) == null ? constant(found.group(3), found.group(4)) : found.group(2));
            }
        }

        assertThat(documented()).isEqualTo(defaults).hasSizeGreaterThan(20);
    }

    private static void add(Map<String, Set<String>> defaults, String name, String value) {
        defaults.computeIfAbsent(name, none -> new TreeSet<>()).add(value);
    }

    private static List<MatchResult> found(Pattern pattern, String folder, String ending) throws IOException {
        List<MatchResult> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(PROJECT.resolve(folder))) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(ending)).toList()) {
                pattern.matcher(Files.readString(file)).results().forEach(found::add);
            }
        }
        return found;
    }

    /** What a constant is that a default names. */
    private static String constant(String type, String name) throws IOException {
        Pattern declared = Pattern.compile("static final String " + name + " = \"([^\"]*)\"");
        List<MatchResult> found = found(declared, "web/src/main/java", "/" + type + ".java");
        assertThat(found).as(name).hasSize(1);
        return found.get(0).group(1);
    }

    /** A row is about one setting, or about several with as many defaults; one without is about none that has any. */
    private static Map<String, Set<String>> documented() throws IOException {
        Map<String, Set<String>> documented = new TreeMap<>();
        for (String line : Files.readAllLines(PROJECT.resolve("docs/deploy.md"))) {
            if (line.startsWith("| `ATHANOR_")) {
                String[] cells = line.split("\\|", -1);
                List<String> names = quoted(cells[1]);
                List<String> values = quoted(cells[2]);
                assertThat(values.size()).as(line).isIn(0, names.size());
                for (int i = 0; i < values.size(); i++) {
                    add(documented, names.get(i), values.get(i));
                }
            }
        }
        return documented;
    }

    private static List<String> quoted(String cell) {
        return QUOTED.matcher(cell).results().map(found -> found.group(1)).toList();
    }
}
