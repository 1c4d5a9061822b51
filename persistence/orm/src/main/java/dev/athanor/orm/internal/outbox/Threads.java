// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.outbox;

/** The threads that an outbox works on. */
public interface Threads extends AutoCloseable {
    /** Lets a task run; it may last until the outbox is closed. */
    void execute(Runnable task);

    /** Whether tasks still can be run: a server ends when those end that it has, and takes no others. */
    boolean areOpen();

    /** Interrupts what still runs. */
    @Override
    void close();
}
