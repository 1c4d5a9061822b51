// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app;

import jakarta.ejb.ApplicationException;

/** What was to be changed is another's. Nothing was changed. */
@ApplicationException(rollback = true)
public final class NotAllowed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Of a kind of thing, as in "article". */
    public NotAllowed(String what) {
        super(what + " is another user's");
    }
}
