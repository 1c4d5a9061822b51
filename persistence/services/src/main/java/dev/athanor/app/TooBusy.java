// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app;

/** As much is being done as can be at once. Nothing was changed; try again later. */
public final class TooBusy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With what: "imports". */
    public TooBusy(String what) {
        super("too many " + what + " at once");
    }

    /** The same, seen by something that took too long. */
    public TooBusy(String what, Throwable cause) {
        super("too many " + what + " at once", cause);
    }
}
