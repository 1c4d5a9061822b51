// SPDX-License-Identifier: Apache-2.0
/**
 * Events that are recorded with the data, in its transaction, and delivered after the commit:
 * {@link dev.athanor.orm.outbox.Outbox} records them, {@link dev.athanor.orm.outbox.OutboxHandler} is given them, and
 * {@link dev.athanor.orm.outbox.OutboxSettings} say how.
 */
@NullMarked
package dev.athanor.orm.outbox;

import org.jspecify.annotations.NullMarked;
