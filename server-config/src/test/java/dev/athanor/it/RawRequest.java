// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A request of a client that reads slowly, or hangs up. Bytes are told as they come. */
public final class RawRequest implements AutoCloseable {
    private static final int SMALL = 4096;
    private static final int PATIENCE = 60_000;

    private final Socket socket;

    private RawRequest(Socket socket) {
        this.socket = socket;
    }

    /** Sends a request, and reads nothing yet. */
    public static RawRequest get(String path, String... headers) throws IOException {
        return get(TestServerSession.server().address(), path, headers);
    }

    /** The same to another server. */
    static RawRequest get(URI server, String path, String... headers) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(SMALL);
        socket.setSoTimeout(PATIENCE);
        socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
        String lines = "GET " + path + " HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\nConnection: close\r\n"
                + String.join(
                        "",
                        List.of(headers).stream().map(header -> header + "\r\n").toList()) + "\r\n";
        socket.getOutputStream().write(lines.getBytes(StandardCharsets.UTF_8));
        return new RawRequest(socket);
    }

    /** Reads so many bytes at least, or up to the end. */
    public String read(int bytes) throws IOException {
        return new String(socket.getInputStream().readNBytes(bytes), StandardCharsets.UTF_8);
    }

    /** Reads up to a text, and fails if the server hangs up before. */
    public String readUntil(String text) throws IOException {
        StringBuilder read = new StringBuilder();
        while (read.indexOf(text) < 0) {
            int sign = socket.getInputStream().read();
            if (sign < 0) {
                throw new IOException("\"" + text + "\" did not come, but: " + read);
            }
            read.append((char) sign);
        }
        return read.toString();
    }

    /** Hangs up. */
    @Override
    public void close() throws IOException {
        socket.close();
    }
}
