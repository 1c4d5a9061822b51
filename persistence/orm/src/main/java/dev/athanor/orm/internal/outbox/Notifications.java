// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.outbox;

import java.sql.SQLException;
import java.util.List;

/** Tells keys of which events were recorded. For one thread. */
interface Notifications extends AutoCloseable {
    /** Those that come meanwhile, as soon as there are some; an empty one stands for any. */
    List<String> await(long millis) throws SQLException, InterruptedException;

    /** Fails if it will not tell any more. */
    void check() throws SQLException;

    @Override
    void close();
}
