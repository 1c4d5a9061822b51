// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.requests;

import jakarta.ejb.ApplicationException;

/**
 * The same is being done, and takes long. Nothing was done by this call; what comes of the other, asking again tells.
 */
@ApplicationException(rollback = true)
public final class UnderWay extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** As the database has noticed it. */
    public UnderWay(Throwable cause) {
        super("the same is being done for this key; ask again", cause);
    }
}
