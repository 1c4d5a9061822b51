// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.security;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The addresses that begin with the same bits, as in {@code 10.0.0.0/8}; or one of them, without a slash. Names are
 * never looked up.
 */
final class Network {
    private static final Pattern LITERAL = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private final byte[] address;
    private final int bits;

    private Network(byte[] address, int bits) {
        this.address = address;
        this.bits = bits;
    }

    static Network of(String text) {
        String[] parts = text.strip().split("/", -1);
        InetAddress address = parts.length > 2 ? null : address(parts[0]).orElse(null);
        if (address == null) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is neither an address nor a network, as 10.0.0.0/8 is");
        }
        int all = address.getAddress().length * Byte.SIZE;
        int bits = parts.length == 1 ? all : Integer.parseInt(parts[1]);
        if (bits < 0 || bits > all) {
            throw new IllegalArgumentException("\"" + text + "\" has " + bits + " bits of " + all);
        }
        return new Network(address.getAddress(), bits);
    }

    /** The address that a text is. */
    static Optional<InetAddress> address(String text) {
        if (!LITERAL.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException e) {
            return Optional.empty(); // as 1.2.3.400
        }
    }

    boolean contains(InetAddress other) {
        return Arrays.equals(begin(address, bits), begin(other.getAddress(), bits));
    }

    /**
     * What is one client's, as far as one can know: an address of IPv4, and the network of one of IPv6, from whose
     * addresses clients choose as they like.
     */
    static String ofClient(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length == 4) {
            return address.getHostAddress();
        }
        try {
            return InetAddress.getByAddress(begin(bytes, 64)).getHostAddress() + "/64";
        } catch (UnknownHostException e) {
            throw new IllegalStateException("the length of an address did not change", e);
        }
    }

    /** The bytes, all bits but the first ones being zero. */
    private static byte[] begin(byte[] bytes, int bits) {
        byte[] begin = bytes.clone();
        for (int i = 0; i < begin.length; i++) {
            int left = Math.max(0, Math.min(Byte.SIZE, bits - i * Byte.SIZE));
            begin[i] &= (byte) (0xff00 >> left);
        }
        return begin;
    }
}
