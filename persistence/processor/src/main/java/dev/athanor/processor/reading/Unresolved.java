// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor.reading;

/** A type is not there yet: another processor may make it in this round. */
public final class Unresolved extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** A type of this name. */
    public Unresolved(String type) {
        super(type);
    }
}
