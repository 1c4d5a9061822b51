// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place in the order of a query.
 *
 * @param forward whether the rows after it are meant, or those before
 * @param inclusive whether a row at the place is meant, too
 * @param values the database's texts for what the row at the place is ordered by
 */
record PagePosition(boolean forward, boolean inclusive, List<@Nullable String> values) {
    private static final int FORWARD = 1;
    private static final int INCLUSIVE = 2;
    private static final int NULL = -1;

    PagePosition {
        values = Collections.unmodifiableList(values);
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte((forward ? FORWARD : 0) | (inclusive ? INCLUSIVE : 0));
            out.writeShort(values.size());
            for (String value : values) {
                byte[] text = value == null ? new byte[0] : value.getBytes(StandardCharsets.UTF_8);
                out.writeInt(value == null ? NULL : text.length);
                out.write(text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static PagePosition of(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int flags = in.readByte();
            List<@Nullable String> values = new ArrayList<>();
            for (int i = in.readShort(); i > 0; i--) {
                int length = in.readInt();
                values.add(length == NULL ? null : new String(in.readNBytes(length), StandardCharsets.UTF_8));
            }
            return new PagePosition((flags & FORWARD) != 0, (flags & INCLUSIVE) != 0, values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
