// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app;

import jakarta.ejb.ApplicationException;

/** What was asked for is not there, or not for who asks. Nothing was changed. */
@ApplicationException(rollback = true)
public final class NotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Of a kind of thing, as in "article". */
    public NotFound(String what) {
        super(what + " not found");
    }
}
