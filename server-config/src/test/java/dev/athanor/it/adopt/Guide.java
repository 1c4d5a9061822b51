// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.adopt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page that has files, each below a comment with its name, and commands, in blocks of no language. Immutable. */
final class Guide {
    private static final Pattern FILE = Pattern.compile("<!-- file: (\\S+) -->");
    private static final String FENCE = "```";

    private final List<NamedFile> files;
    private final List<Command> commands;

    private Guide(List<NamedFile> files, List<Command> commands) {
        this.files = List.copyOf(files);
        this.commands = List.copyOf(commands);
    }

    private record NamedFile(String name, String content) {}

    /** One with so many files above it. */
    private record Command(String text, int files) {}

    static Guide of(Path page) throws IOException {
        List<String> lines = Files.readAllLines(page);
        List<NamedFile> files = new ArrayList<>();
        List<Command> commands = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(FENCE)) {
                int end = i + 1 + lines.subList(i + 1, lines.size()).indexOf(FENCE);
                List<String> block = lines.subList(i + 1, end);
                if (lines.get(i).equals(FENCE)) {
                    block.forEach(text -> commands.add(new Command(text, files.size())));
                } else {
                    Matcher file = FILE.matcher(lines.get(i - 1));
                    assertThat(file.matches())
                            .as("%s, line %d names a file", page, i)
                            .isTrue();
                    files.add(new NamedFile(file.group(1), String.join("\n", block) + "\n"));
                }
                i = end;
            }
        }
        assertThat(files).extracting(NamedFile::name).doesNotHaveDuplicates();
        return new Guide(files, commands);
    }

    /** As somebody does who reads on until a command, and then types it. */
    void writeFilesAbove(String command, Path folder) throws IOException {
        int above = commands.stream()
                .filter(one -> one.text().equals(command))
                .findFirst()
                .orElseThrow()
                .files();
        for (NamedFile file : files.subList(0, above)) {
            Path target = folder.resolve(file.name());
            Files.createDirectories(target.getParent());
            Files.writeString(target, file.content());
        }
    }

    /** The commands that begin so, in the order of the page. */
    List<String> commands(String begin) {
        return commands.stream()
                .map(Command::text)
                .filter(command -> command.startsWith(begin))
                .toList();
    }

    /** How many commands it has. */
    int size() {
        return commands.size();
    }
}
