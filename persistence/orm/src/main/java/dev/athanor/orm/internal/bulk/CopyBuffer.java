// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.bulk;

import java.sql.SQLException;
import java.util.Arrays;

/** Bytes that are sent a part after the other; numbers have their greatest byte first. For one use by one thread. */
final class CopyBuffer {
    private static final int PART = 1 << 16;

    private final Sink sink;
    private byte[] bytes = new byte[PART + (PART >> 2)];
    private int size;

    CopyBuffer(Sink sink) {
        this.sink = sink;
    }

    void add(int value) {
        ensure(1);
        bytes[size++] = (byte) value;
    }

    void add(byte[] values, int from, int to) {
        int length = to - from;
        ensure(length);
        System.arraycopy(values, from, bytes, size, length);
        size += length;
    }

    void addShort(int value) {
        ensure(Short.BYTES);
        bytes[size] = (byte) (value >> 8);
        bytes[size + 1] = (byte) value;
        size += Short.BYTES;
    }

    void addInt(int value) {
        ensure(Integer.BYTES);
        bytes[size] = (byte) (value >> 24);
        bytes[size + 1] = (byte) (value >> 16);
        bytes[size + 2] = (byte) (value >> 8);
        bytes[size + 3] = (byte) value;
        size += Integer.BYTES;
    }

    void addLong(long value) {
        addInt((int) (value >> 32));
        addInt((int) value);
    }

    private void ensure(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
        }
    }

    void sendIfFull() throws SQLException {
        if (size >= PART) {
            send();
        }
    }

    void send() throws SQLException {
        sink.write(bytes, size);
        size = 0;
    }

    /** What takes them. */
    interface Sink {
        void write(byte[] bytes, int length) throws SQLException;
    }
}
