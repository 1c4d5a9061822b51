// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.requests;

import dev.athanor.app.InvalidInput;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Does what is asked for under a key once, however often it is asked for: as after a lost connection, when a client
 * does not know whether it was done.
 */
public interface Requests {
    /** For how long a key stands for the same; afterwards it may be used again. */
    Duration KEPT = Duration.ofDays(1);

    /**
     * Does some work and keeps what was answered, both or neither. If it was done before, gives that answer. If
     * somebody else is at it, waits for the end of that. Where nothing came of it, nothing is kept.
     *
     * @param work may be done again if the database asks for it
     * @throws InvalidInput if the key stands for something else
     * @throws UnderWay if somebody else is at it for too long
     */
    Answered once(Asked asked, Supplier<Answered> work);

    /**
     * What is asked.
     *
     * @param caller the key of the user who asks
     * @param operation what is to be done; each has keys of its own
     * @param key the client's name for it
     * @param content all that is said of it
     */
    record Asked(long caller, String operation, String key, String content) {}

    /**
     * What is answered.
     *
     * @param place where what was made is
     * @param content what is told of it
     * @param isRepeated whether it was answered before
     */
    record Answered(String place, String content, boolean isRepeated) {
        /** For the first time. */
        public static Answered now(String place, String content) {
            return new Answered(place, content, false);
        }
    }
}
