// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.press;

import jakarta.enterprise.context.RequestScoped;

/** Of one request, or event. */
@RequestScoped
class Visit {
    private boolean over;

    void end() {
        if (over) {
            throw new IllegalStateException("another has used it");
        }
        over = true;
    }
}
