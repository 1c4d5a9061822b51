// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.rest;

import dev.athanor.app.view.ViewDocument;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * Tags that tell what a client knows from what there is (ETag). That of one thing is its version; what comes along with
 * it changes without it, and has its own part of the tag, behind a dot. That of a list is a sum over what it says.
 */
final class EntityTags {
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"[^\"]*\"|\\*");
    private static final String WEAK = "W/";
    private static final String ANY = "*";

    private EntityTags() {}

    static Optional<String> of(ViewDocument document) {
        return document.version()
                .map(version -> quoted(document.isAlone() ? of(version) : version + "." + sum(document.content())));
    }

    private static String of(int version) {
        return String.valueOf(version);
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }

    static String weak(Object content) {
        return WEAK + quoted(sum(content));
    }

    private static String sum(Object content) {
        CRC32 sum = new CRC32();
        byte[] bytes =
                content instanceof byte[] known ? known : content.toString().getBytes(StandardCharsets.UTF_8);
        sum.update(bytes);
        return Integer.toHexString(bytes.length) + Long.toHexString(sum.getValue());
    }

    /** Whether a header has a tag, weak or not. */
    static boolean has(String header, String tag) {
        return tags(header).stream()
                .anyMatch(known -> known.equals(ANY) || strong(known).equals(strong(tag)));
    }

    private static String strong(String tag) {
        return tag.startsWith(WEAK) ? tag.substring(WEAK.length()) : tag;
    }

    /** Whether a header has the tag of a version; weak ones are not good enough to change something by. */
    static boolean hasVersion(String header, int version) {
        String whole = quoted(of(version));
        String beginning = whole.substring(0, whole.length() - 1) + ".";
        return tags(header).stream()
                .anyMatch(known -> known.equals(ANY) || known.equals(whole) || known.startsWith(beginning));
    }

    private static List<String> tags(String header) {
        return TAG.matcher(header).results().map(MatchResult::group).toList();
    }
}
