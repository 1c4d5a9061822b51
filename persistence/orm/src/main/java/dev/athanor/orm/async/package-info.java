// SPDX-License-Identifier: Apache-2.0
/** Units of work on other threads, each in its own transaction: {@link dev.athanor.orm.async.AsyncSessions}. */
@NullMarked
package dev.athanor.orm.async;

import org.jspecify.annotations.NullMarked;
