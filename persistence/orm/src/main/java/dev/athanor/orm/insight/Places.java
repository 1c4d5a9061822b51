// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.insight;

import java.util.Optional;

/** Places in code, as people and editors read them. */
final class Places {
    private Places() {}

    static Optional<String> of(Optional<StackWalker.StackFrame> frame) {
        return frame.map(found -> found.toStackTraceElement().toString());
    }
}
