// SPDX-License-Identifier: Apache-2.0
/** Events that are recorded and delivered. */
@NullMarked
package dev.athanor.orm.outbox;

import org.jspecify.annotations.NullMarked;
