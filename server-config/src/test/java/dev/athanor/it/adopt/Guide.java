// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.adopt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page that has files, each below a comment with its name, and commands, in blocks of no language. Immutable. */
final class Guide {
    private static final Pattern FILE = Pattern.compile("<!-- file: (\\S+) -->");
    private static final String FENCE = "```";

    private final Map<String, String> files;
    private final List<String> commands;

    private Guide(Map<String, String> files, List<String> commands) {
        this.files = Map.copyOf(files);
        this.commands = List.copyOf(commands);
    }

    static Guide of(Path page) throws IOException {
        List<String> lines = Files.readAllLines(page);
        Map<String, String> files = new LinkedHashMap<>();
        List<String> commands = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(FENCE)) {
                int end = i + 1 + lines.subList(i + 1, lines.size()).indexOf(FENCE);
                List<String> block = lines.subList(i + 1, end);
                if (lines.get(i).equals(FENCE)) {
                    commands.addAll(block);
                } else {
                    Matcher file = FILE.matcher(lines.get(i - 1));
                    assertThat(file.matches())
                            .as("%s, line %d names a file", page, i)
                            .isTrue();
                    assertThat(files.put(file.group(1), String.join("\n", block) + "\n"))
                            .as("%s, once", file.group(1))
                            .isNull();
                }
                i = end;
            }
        }
        return new Guide(files, commands);
    }

    void writeFiles(Path folder) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path target = folder.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.writeString(target, file.getValue());
        }
    }

    /** The commands that begin so, in the order of the page. */
    List<String> commands(String begin) {
        return commands.stream().filter(command -> command.startsWith(begin)).toList();
    }

    /** How many commands it has. */
    int size() {
        return commands.size();
    }
}
