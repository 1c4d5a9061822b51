// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.press.unit;

import jakarta.enterprise.context.ApplicationScoped;

/** Is injected into a listener of entities. */
@ApplicationScoped
public class Clerk {
    /** How it signs. */
    public String name() {
        return "Eve";
    }
}
