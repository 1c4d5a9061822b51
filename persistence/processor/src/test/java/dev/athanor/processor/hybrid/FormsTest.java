// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor.hybrid;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is said of the methods that there is SQL for. */
class FormsTest {
    private static final Path ROOT = Path.of("..", "..");
    private static final Path FORMS = Path.of("src/main/resources/dev/athanor/processor/hybrid/forms.txt");

    private static List<String> lines() throws IOException {
        return Files.readAllLines(FORMS).stream()
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    private static String name(String line) {
        return line.substring(line.indexOf('.') + 1, line.indexOf('('));
    }

    @Test
    void theManualNamesEachOfThem() throws IOException {
        String manual = Files.readString(ROOT.resolve("docs/hybrids.md"));
        assertThat(lines()).isNotEmpty().allSatisfy(line -> assertThat(manual)
                .containsPattern("[`.]" + Pattern.quote(name(line)) + "[`(]"));
    }

    @Test
    void eachOfThemIsTriedOut() throws IOException {
        Path tried = ROOT.resolve("persistence/processor-tests/src/test/java/dev/athanor/hybrids");
        String bodies = Files.readString(tried.resolve("Words.java"))
                + Files.readString(tried.resolve("Numbers.java"))
                + Files.readString(tried.resolve("Times.java"))
                + Files.readString(tried.resolve("Basket.java"));
        assertThat(lines()).allSatisfy(line -> assertThat(bodies)
                .containsPattern("(\\.|::|\\b)" + Pattern.quote(name(line)) + "\\b"));
    }
}
