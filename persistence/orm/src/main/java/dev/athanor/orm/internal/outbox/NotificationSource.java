// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.outbox;

import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;

/** Where notifications come from. */
@FunctionalInterface
interface NotificationSource {
    /** Those from now on. */
    Notifications open(CountDownLatch stopped) throws SQLException;
}
