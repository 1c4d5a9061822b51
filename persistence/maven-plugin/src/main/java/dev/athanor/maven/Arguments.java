// SPDX-License-Identifier: Apache-2.0
package dev.athanor.maven;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a command: what was written, and what the project knows, if that was not written. For one thread.
 */
final class Arguments {
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|\\S+");

    private final List<String> words;

    Arguments(List<String> words) {
        this.words = new ArrayList<>(words);
    }

    /** Words as in a shell: between blanks, but for those in quotes. */
    static List<String> words(String written) {
        return WORD.matcher(written).results().map(Arguments::unquoted).toList();
    }

    private static String unquoted(MatchResult word) {
        if (word.group(1) != null) {
            return word.group(1);
        }
        return word.group(2) != null ? word.group(2) : word.group();
    }

    void option(String name, @Nullable String value) {
        boolean written = words.stream().anyMatch(word -> word.equals(name) || word.startsWith(name + "="));
        if (value != null && !written) {
            words.add(name);
            words.add(value);
        }
    }

    String[] all() {
        return words.toArray(String[]::new);
    }
}
