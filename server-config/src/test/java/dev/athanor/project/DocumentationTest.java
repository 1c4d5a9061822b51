// SPDX-License-Identifier: Apache-2.0
package dev.athanor.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migrations.MigrationError;
import dev.athanor.orm.OrmError;
import dev.athanor.sql.SqlError;
import dev.athanor.testkit.ContractError;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the documentation says is there is there. */
class DocumentationTest {
    private static final Path PROJECT = Path.of(Objects.requireNonNull(
            System.getProperty("athanor.project"), "athanor.project is not set; run the tests by Maven"));

    /** The rows of the plan: how many each letter has. */
    private static final Map<String, Integer> ROWS = Map.ofEntries(
            Map.entry("S", 15),
            Map.entry("M", 7),
            Map.entry("H", 6),
            Map.entry("U", 10),
            Map.entry("T", 7),
            Map.entry("B", 3),
            Map.entry("E", 5),
            Map.entry("P", 4),
            Map.entry("V", 3),
            Map.entry("A", 1),
            Map.entry("G", 9),
            Map.entry("K", 3),
            Map.entry("W", 4),
            Map.entry("D", 2));

    private static final Pattern LINK = Pattern.compile("\\[([^\\]]+)]\\(([^)#\\s]+)(#[^)]*)?\\)");
    private static final Pattern ROW = Pattern.compile("^\\| ([A-Z]\\d+) \\|");

    /** A test named as {@code Class.method}. */
    private static final Pattern TEST = Pattern.compile("`?(\\w+)\\.(\\w+)`?");

    private static final Pattern REGION = Pattern.compile("<!-- region: (\\S+)#(\\S+) -->");

    /** A file of the application that AdoptIT writes and builds. */
    private static final Pattern FILE = Pattern.compile("<!-- file: (\\S+) -->");

    private static final Pattern VARIABLE = Pattern.compile("ATHANOR_[A-Z_]+");
    private static final Pattern PROPERTY = Pattern.compile("@ConfigProperty\\(name = \"(athanor[.a-z]+)\"");

    @Test
    void theFeaturesPageHasEveryRow() throws IOException {
        List<String> rows = Files.readAllLines(PROJECT.resolve("docs/features.md")).stream()
                .map(ROW::matcher)
                .filter(Matcher::find)
                .map(row -> row.group(1))
                .toList();

        assertThat(rows)
                .containsExactlyInAnyOrderElementsOf(ROWS.entrySet().stream()
                        .flatMap(row -> IntStream.rangeClosed(1, row.getValue()).mapToObj(n -> row.getKey() + n))
                        .toList());
    }

    @Test
    void noLinkLeadsNowhere() throws IOException {
        List<String> broken = new ArrayList<>();
        int checked = 0;
        for (Path page : pages()) {
            Matcher link = LINK.matcher(Files.readString(page));
            while (link.find()) {
                if (!link.group(2).contains("://") && !link.group(2).startsWith("mailto:")) {
                    checked++;
                    if (!leadsSomewhere(page, link.group(1), link.group(2))
                            || !hasHeading(page, link.group(2), link.group(3))) {
                        broken.add(PROJECT.relativize(page) + ": " + link.group());
                    }
                }
            }
        }
        assertThat(broken).isEmpty();
        assertThat(checked).isPositive();
    }

    /** The file is there, and where the text names a test, that test is in it. */
    private static boolean leadsSomewhere(Path page, String text, String target) throws IOException {
        Path file = page.resolveSibling(target).normalize();
        if (!Files.exists(file)) {
            return false;
        }
        Matcher test = TEST.matcher(text);
        if (!target.endsWith(".java") || !test.matches()) {
            return true;
        }
        return file.getFileName().toString().equals(test.group(1) + ".java")
                && Files.readString(file).contains(" void " + test.group(2) + "(");
    }

    /** An anchor is made of a heading: in small letters, with hyphens for spaces, without other signs. */
    private static boolean hasHeading(Path page, String target, @Nullable String anchor) throws IOException {
        if (anchor == null || !target.endsWith(".md")) {
            return anchor == null;
        }
        return Files.readAllLines(page.resolveSibling(target).normalize()).stream()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("#+ *", "").toLowerCase(Locale.ROOT))
                .map(heading -> "#" + heading.replaceAll("[^\\w\\- ]", "").replace(' ', '-'))
                .anyMatch(anchor::equals);
    }

    /** Every snippet of Java names the part of a test that it is: the lines between two comments. */
    @Test
    void everySnippetIsAPartOfATest() throws IOException {
        int checked = 0;
        for (Path page : pages()) {
            List<String> lines = Files.readAllLines(page);
            for (int i = 0; i < lines.size(); i++) {
                String before = i == 0 ? "" : lines.get(i - 1);
                boolean written =
                        page.endsWith("adopt.md") && FILE.matcher(before).matches();
                if (lines.get(i).equals("```java") && !written) {
                    Matcher region = REGION.matcher(before);
                    assertThat(region.matches())
                            .as("%s, line %d: a snippet without a region", page, i + 1)
                            .isTrue();
                    List<String> snippet =
                            lines.subList(i + 1, lines.subList(i, lines.size()).indexOf("```") + i);
                    assertThat(String.join("\n", snippet))
                            .as("%s, line %d", page, i + 1)
                            .isEqualTo(region(PROJECT.resolve(region.group(1)), region.group(2)));
                    checked++;
                }
            }
        }
        assertThat(checked).isPositive();
    }

    private static String region(Path file, String name) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<String> stripped = lines.stream().map(String::strip).toList();
        int begin = stripped.indexOf("// region " + name);
        assertThat(begin).as("%s has a region %s", file, name).isNotNegative();
        int end = begin + stripped.subList(begin, stripped.size()).indexOf("// endregion");
        assertThat(end).as("the region %s of %s ends", name, file).isGreaterThan(begin);
        return String.join("\n", lines.subList(begin + 1, end)).stripIndent();
    }

    @Test
    void everyErrorHasItsSection() throws IOException {
        List<String> sections = Files.readAllLines(PROJECT.resolve("docs/errors.md")).stream()
                .filter(line -> line.startsWith("### "))
                .map(line -> line.substring(4).strip())
                .toList();

        assertThat(sections)
                .containsExactlyElementsOf(Stream.<Enum<?>[]>of(
                                MigrationError.values(), SqlError.values(), OrmError.values(), ContractError.values())
                        .flatMap(Arrays::stream)
                        .map(Enum::name)
                        .toList());
    }

    /** A setting is a variable in Liberty's configuration or a property of MicroProfile Config. */
    @Test
    void theDeploymentPageHasEverySettingAndNoOther() throws IOException {
        Set<String> settings = new TreeSet<>();
        for (Path source : sources()) {
            String path = PROJECT.relativize(source).toString().replace('\\', '/');
            if (path.startsWith("server-config/src/main/liberty/config/")) {
                VARIABLE.matcher(Files.readString(source)).results().forEach(found -> settings.add(found.group()));
            } else if (path.contains("src/main/java")) {
                PROPERTY.matcher(Files.readString(source))
                        .results()
                        .forEach(found ->
                                settings.add(found.group(1).replace('.', '_').toUpperCase(Locale.ROOT)));
            }
        }
        Set<String> documented = Files.readAllLines(PROJECT.resolve("docs/deploy.md")).stream()
                .filter(line -> line.startsWith("| `ATHANOR_"))
                .flatMap(line -> VARIABLE.matcher(line.substring(0, line.indexOf('|', 1)))
                        .results()
                        .map(MatchResult::group))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(documented).isEqualTo(settings).hasSizeGreaterThan(20);
    }

    @Test
    void theBomHasEveryModuleOfTheToolkit() throws IOException {
        Path persistence = PROJECT.resolve("persistence");
        String bom = Files.readString(persistence.resolve("bom/pom.xml"));
        try (Stream<Path> modules = Files.list(persistence)) {
            assertThat(modules.filter(module -> Files.exists(module.resolve("pom.xml")))
                            .map(module -> module.getFileName().toString())
                            .filter(module -> !List.of("benchmarks", "bom", "processor-tests", "seed", "services")
                                    .contains(module)))
                    .isNotEmpty()
                    .allSatisfy(module -> assertThat(bom).contains("<artifactId>athanor-" + module + "</artifactId>"));
        }
    }

    @Test
    void theBomNamesTheFormatterOfTheParent() throws IOException {
        Pattern version =
                Pattern.compile("<artifactId>spotless-maven-plugin</artifactId>\\s*<version>([^<]+)</version>");
        List<String> versions = new ArrayList<>();
        for (String pom : List.of("pom.xml", "persistence/bom/pom.xml")) {
            version.matcher(Files.readString(PROJECT.resolve(pom)))
                    .results()
                    .forEach(found -> versions.add(found.group(1)));
        }
        assertThat(versions).hasSize(2);
        assertThat(versions.get(0)).isEqualTo(versions.get(1));
    }

    @Test
    void everySourceNamesItsLicence() throws IOException {
        assertThat(sources()).isNotEmpty().allSatisfy(source -> assertThat(Files.readString(source))
                .contains("SPDX-License-Identifier: Apache-2.0"));
    }

    /** Not those of builds and of what a checkout keeps, in which files come and go. */
    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        Files.walkFileTree(PROJECT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name = folder.getFileName().toString();
                boolean passing = !folder.equals(PROJECT) && (name.startsWith(".") || name.equals("target"));
                return passing ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (isSource(file)) {
                    sources.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return sources;
    }

    private static boolean isSource(Path file) {
        return file.toString().matches(".*\\.(java|xml|html)");
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> top = Files.list(PROJECT);
                Stream<Path> docs = Files.walk(PROJECT.resolve("docs"))) {
            return Stream.concat(top, docs)
                    .filter(page -> page.toString().endsWith(".md"))
                    .toList();
        }
    }
}
