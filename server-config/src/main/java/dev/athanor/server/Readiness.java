// SPDX-License-Identifier: Apache-2.0
package dev.athanor.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Asks a server whether it is ready. */
public final class Readiness {
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final URI address;

    /** Of the server at this address. */
    public Readiness(URI server) {
        this.address = server.resolve("/health/ready");
    }

    /**
     * Waits until the server says that it is ready.
     *
     * @throws StartFailure if it does not in time, with what it says instead
     */
    public void await(Duration patience) {
        String said = awaitStatus(200, patience);
        if (!said.isEmpty()) {
            throw new StartFailure("The server is not ready: " + said);
        }
    }

    /** Waits for a status, and returns what the server said instead if it does not come in time; else nothing. */
    public String awaitStatus(int status, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        String said;
        do {
            try {
                HttpResponse<String> response = client.send(
                        HttpRequest.newBuilder(address)
                                .timeout(Duration.ofSeconds(10))
                                .build(),
                        BodyHandlers.ofString());
                if (response.statusCode() == status) {
                    return "";
                }
                said = response.body();
            } catch (IOException e) {
                said = "it does not answer (" + e + ")";
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return "interrupted";
            }
            if (!paused()) {
                return "interrupted";
            }
        } while (System.nanoTime() < deadline);
        return said;
    }

    private static boolean paused() {
        try {
            TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
