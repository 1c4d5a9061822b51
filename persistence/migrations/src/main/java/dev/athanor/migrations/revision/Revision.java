// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.revision;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A step of a schema, in a file of its own. Immutable and thread-safe.
 *
 * <pre>{@code
 * Revision last = RevisionDirectory.of(Path.of("db")).graph().head();
 * last.message();   // "Add the authors' birthdays"
 * }</pre>
 *
 * @param id twelve hexadecimal digits, drawn at random so that those of two branches differ
 * @param parents the ids of the revisions that come right before it: none for a first one, several for one that joins
 *     branches
 * @param message what it is for, in a line
 * @param created when it was written
 */
public record Revision(String id, List<String> parents, String message, Instant created) {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{12}");
    private static final int LONGEST_SLUG = 40;

    /** Checks the id, and keeps a copy. */
    public Revision {
        if (!isId(id)) {
            throw new IllegalArgumentException("\"" + id + "\" is no id of a revision: twelve hexadecimal digits are");
        }
        parents = List.copyOf(parents);
        message = message.strip().replaceAll("\\s+", " ");
        if (message.isEmpty()) {
            throw new IllegalArgumentException("a revision needs a message that says what it is for");
        }
        Objects.requireNonNull(created, "created");
    }

    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** The name of its file when it is written: the id, and words of the message. */
    public String fileName() {
        String words = message.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
        if (words.length() > LONGEST_SLUG) {
            int end = words.lastIndexOf('-', LONGEST_SLUG);
            words = words.substring(0, end > 0 ? end : LONGEST_SLUG);
        }
        return words.isEmpty() ? id + ".yaml" : id + "-" + words + ".yaml";
    }

    /** The id and the message. */
    public String description() {
        return id + ", " + message;
    }
}
