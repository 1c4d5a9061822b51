// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

import dev.athanor.it.Metrics;
import java.util.Objects;

/** How many statements the monolith executes. */
final class Statements {
    private static final int TIMES = 3;

    private Statements() {}

    /** For a request: the least of several times, as what the server does beside is counted, too. */
    static double of(Runnable request) {
        double least = Double.MAX_VALUE;
        for (int i = 0; i < TIMES; i++) {
            double before = now();
            request.run();
            least = Math.min(least, now() - before);
        }
        return least;
    }

    private static double now() {
        return Objects.requireNonNull(Metrics.read().get(Metrics.ofMonolith("statements")));
    }
}
