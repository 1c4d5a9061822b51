// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app;

import jakarta.ejb.ApplicationException;

/** Somebody else has changed what was to be changed, since it was read. Nothing was changed; read it again. */
@ApplicationException(rollback = true)
public final class ChangedMeanwhile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** About what: "product 4711". */
    public ChangedMeanwhile(String what) {
        super(what + " was changed by somebody else since it was read; read it again");
    }

    /** The same, as the database has noticed it. */
    public ChangedMeanwhile(String what, Throwable cause) {
        this(what);
        initCause(cause);
    }
}
