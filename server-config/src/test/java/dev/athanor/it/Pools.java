// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/** The server's own figures of the pools that the application reads and writes by. */
public final class Pools {
    private static final Pattern FIGURE = Pattern.compile(
            "^connectionpool_(managed|free)Connections\\{datasource=\"jdbc_athanor(?:_replica)?\".*} (\\S+)$",
            Pattern.MULTILINE);
    private static final Duration SOON = Duration.ofSeconds(20);

    private Pools() {}

    /** How many connections are in use. */
    public static long inUse() {
        String figures =
                new Http(TestServerSession.server().address()).get("/metrics").body();
        return FIGURE.matcher(figures)
                .results()
                .mapToLong(figure -> Math.round(Double.parseDouble(figure.group(2)))
                        * (figure.group(1).equals("managed") ? 1 : -1))
                .sum();
    }

    /** Waits until none is in use, and fails if that takes too long. */
    public static void awaitIdle() {
        Instant deadline = Instant.now().plus(SOON);
        long inUse = inUse();
        while (inUse > 0) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError(inUse + " connections are still in use");
            }
            inUse = inUse();
        }
    }
}
