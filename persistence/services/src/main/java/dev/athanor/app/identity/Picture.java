// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.identity;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** A picture of a kind that browsers show: which, its first bytes tell. Immutable and thread-safe. */
public final class Picture {
    /** So many bytes it has at most. */
    public static final int MOST_BYTES = 256 * 1024;

    private static final int TELLING = 12;

    private final byte[] bytes;
    private final Kind kind;

    private Picture(byte[] bytes, Kind kind) {
        this.bytes = bytes;
        this.kind = kind;
    }

    /** That of some bytes, if they are one. */
    public static Optional<Picture> of(byte[] bytes) {
        String beginning = new String(bytes, 0, Math.min(bytes.length, TELLING), StandardCharsets.ISO_8859_1);
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.beginning.matcher(beginning).lookingAt())
                .findFirst()
                .map(kind -> new Picture(bytes.clone(), kind));
    }

    /** All of it. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** As HTTP calls its kind: {@code image/png}. */
    public String mediaType() {
        return kind.mediaType;
    }

    private enum Kind {
        PNG("image/png", "\\x89PNG\\r\\n\\x1A\\n"),
        JPEG("image/jpeg", "\\xFF\\xD8\\xFF"),
        GIF("image/gif", "GIF8[79]a"),
        WEBP("image/webp", "RIFF(?s:.{4})WEBP");

        private final String mediaType;
        private final Pattern beginning;

        Kind(String mediaType, String beginning) {
            this.mediaType = mediaType;
            this.beginning = Pattern.compile(beginning);
        }
    }
}
