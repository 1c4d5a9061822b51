// SPDX-License-Identifier: Apache-2.0
package dev.athanor.seed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of the command tells what the command knows: its options, and what it does if nothing is said. */
class DemoDataPageTest {
    private static final Path PAGE = Path.of("../../docs/demo-data.md");
    private static final Pattern OPTION = Pattern.compile("--[a-z]+");
    private static final Pattern AMOUNT = Pattern.compile("--([a-z]+)=<\\1>\\s+How many [^(]*\\((\\d+)\\)");

    private static Set<String> options(Stream<String> lines) {
        return lines.flatMap(line -> OPTION.matcher(line).results())
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String help() {
        StringWriter said = new StringWriter();
        int code = Seed.run(new String[] {"--help"}, Map.of(), Optional.empty(), new PrintWriter(said, true), false);
        assertThat(code).isZero();
        return said.toString();
    }

    @Test
    void allOptionsAreThere() throws IOException {
        Set<String> known = options(Stream.of(help()));
        known.removeAll(Set.of("--help", "--version"));

        assertThat(options(Files.readAllLines(PAGE).stream().filter(line -> line.startsWith("| `--"))))
                .hasSizeGreaterThan(10)
                .isEqualTo(known);
    }

    @Test
    void amountsAreThoseThatThereAre() throws IOException {
        Sizes small = Sizes.SMALL;
        String amounts = Stream.of(
                        small.users(),
                        small.articles(),
                        small.products(),
                        small.orders(),
                        small.employees(),
                        small.students(),
                        small.transfers())
                .map(String::valueOf)
                .collect(Collectors.joining(", "));

        assertThat(Files.readString(PAGE)).contains("`--transfers` | " + amounts + " |");
        List<String> told = AMOUNT.matcher(help().replaceAll("\\s+", " "))
                .results()
                .map(found -> found.group(2))
                .toList();
        assertThat(String.join(", ", told)).isEqualTo(amounts);
    }

    @Test
    void whoLogsInFindsTheAddressesAndThePassword() throws IOException {
        String page = Files.readString(PAGE);

        assertThat(page).contains("`" + DemoPassword.TEXT + "`", "admin@example.org", "reader@example.org");
        Matcher login = Pattern.compile("\"password\": \"([^\"]*)\"").matcher(page);
        assertThat(login.find()).isTrue();
        assertThat(login.group(1)).isEqualTo(DemoPassword.TEXT);
    }
}
