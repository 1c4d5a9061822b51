// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.outbox;

import java.util.List;

/**
 * Events that could not be delivered, in the transaction of the outbox's session.
 *
 * <pre>{@code
 * outbox.deadLetters().list(100).forEach(letter -> log(letter.type() + ": " + letter.error()));
 * outbox.deadLetters().retry(4711);
 * }</pre>
 *
 * <p>As thread-safe as the outbox.
 */
public interface DeadLetters {
    /** So many at most, those that were recorded first. */
    List<DeadLetter> list(int most);

    /** Lets one be delivered again, after the commit; whether there is one of this number. */
    boolean retry(long number);

    /** Lets all be delivered again, after the commit; how many there are. */
    long retryAll();

    /** Deletes one; whether there is one of this number. */
    boolean discard(long number);
}
