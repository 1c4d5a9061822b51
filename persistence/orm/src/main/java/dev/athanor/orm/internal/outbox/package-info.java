// SPDX-License-Identifier: Apache-2.0
/** How events are recorded and delivered. */
@NullMarked
package dev.athanor.orm.internal.outbox;

import org.jspecify.annotations.NullMarked;
