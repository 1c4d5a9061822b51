// SPDX-License-Identifier: Apache-2.0
/** Events that are recorded with the data, in its transaction, and delivered after the commit. */
@NullMarked
package dev.athanor.orm.outbox;

import org.jspecify.annotations.NullMarked;
