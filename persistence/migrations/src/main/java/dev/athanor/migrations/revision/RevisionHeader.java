// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.revision;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The comment at the begin of a revision's file, which says what Liquibase has no word for. Comments may be before it,
 * a licence for one.
 */
final class RevisionHeader {
    private static final Pattern COMMENTS = Pattern.compile("\\A(?:(?:#[^\\n]*)?\\r?\\n)*");
    private static final Pattern HEADER = Pattern.compile(
            "^# (?<message>[^\\r\\n]*\\S)[ \\t]*\\r?\\n#[ \\t]*\\r?\\n"
                    + "# revision: (?<id>[0-9a-f]{12})[ \\t]*\\r?\\n"
                    + "# parents: (?<parents>none|[0-9a-f]{12}(?:, [0-9a-f]{12})*)[ \\t]*\\r?\\n"
                    + "# created: (?<created>\\S+)[ \\t]*\\r?\\n",
            Pattern.MULTILINE);

    private RevisionHeader() {}

    static String of(Revision revision) {
        String parents = revision.parents().isEmpty() ? "none" : String.join(", ", revision.parents());
        return """
                # %s
                #
                # revision: %s
                # parents: %s
                # created: %s
                """.formatted(revision.message(), revision.id(), parents, revision.created());
    }

    /** What a text says of itself; problems are thrown as what is wrong with it, in words. */
    static Revision parse(String text) throws Problem {
        Matcher comments = COMMENTS.matcher(text);
        String head = comments.find() ? comments.group() : "";
        Matcher header = HEADER.matcher(head);
        if (!header.find()) {
            throw new Problem("does not begin with the comment that makes it a revision (message, revision, parents,"
                    + " created); what is no revision belongs elsewhere");
        }
        if (occurrences(head) > 1) {
            throw new Problem("says more than once which revision it is");
        }
        String parents = header.group("parents");
        try {
            return new Revision(
                    header.group("id"),
                    parents.equals("none") ? List.of() : List.of(parents.split(", ", -1)),
                    header.group("message"),
                    Instant.parse(header.group("created")));
        } catch (DateTimeParseException e) {
            throw new Problem("says that it was created " + header.group("created") + ", which is no time");
        }
    }

    private static long occurrences(String head) {
        return head.lines().filter(line -> line.startsWith("# revision:")).count();
    }

    static String list(List<Revision> revisions) {
        return revisions.stream().map(Revision::id).collect(Collectors.joining(", "));
    }

    /** What is wrong with a file. */
    static final class Problem extends Exception {
        private static final long serialVersionUID = 1L;

        Problem(String message) {
            super(message);
        }
    }
}
