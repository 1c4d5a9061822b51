// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app;

/** Patterns and messages for texts that callers give. */
public final class Texts {
    /** No control characters and no halves of surrogate pairs: PostgreSQL stores neither NUL nor the latter. */
    public static final String PRINTABLE = "[^\\p{Cntrl}\\p{Cs}]*";

    public static final String NOT_PRINTABLE = "must not contain control characters";
    public static final String BLANK = "can't be blank";
    public static final String MISSING = "must be given";
    public static final String TOO_LONG = "is too long (maximum is {max} characters)";
    public static final String UNKNOWN = "does not exist";

    private Texts() {}
}
