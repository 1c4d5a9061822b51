// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.event;

/** What was changed is written, when it is asked for, before statements read, and before the commit. */
public sealed interface FlushEvent extends SessionEvent {
    /** Changes are about to be looked for; what is changed now is written with them. */
    record BeforeFlush(EventScope scope) implements FlushEvent {
        @Override
        public boolean isRefusable() {
            return true;
        }
    }

    /** Changes are written. */
    record AfterFlush(EventScope scope) implements FlushEvent {}
}
