// SPDX-License-Identifier: Apache-2.0
/**
 * What happens in sessions, told to who listens: {@link dev.athanor.orm.event.Listeners} are part of a session's
 * settings, {@link dev.athanor.orm.event.SessionEvent} is what they are told.
 */
@NullMarked
package dev.athanor.orm.event;

import org.jspecify.annotations.NullMarked;
