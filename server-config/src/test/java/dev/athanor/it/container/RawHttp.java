// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

import dev.athanor.it.TestServerSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Sends to the server what no client of good manners would send. */
final class RawHttp {
    private static final int PATIENCE = 5_000;

    private RawHttp() {}

    /** What comes back until the server closes the connection; the request should ask for that. */
    static String send(String request) throws IOException {
        URI server = TestServerSession.server().address();
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(PATIENCE);
            OutputStream out = socket.getOutputStream();
            try {
                out.write(request.getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
            } catch (SocketException e) {
                // The server has answered, and reads no more: what it answered counts.
            }
            return read(socket.getInputStream());
        }
    }

    private static String read(InputStream answer) throws IOException {
        StringBuilder text = new StringBuilder();
        try {
            for (int next = answer.read(); next >= 0; next = answer.read()) {
                text.append((char) next);
            }
        } catch (SocketException | SocketTimeoutException e) {
            // Closed with a part of the request unread, or kept open for a next one: there is no more.
        }
        return text.toString();
    }
}
