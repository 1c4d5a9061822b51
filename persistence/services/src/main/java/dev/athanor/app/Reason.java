// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app;

/**
 * Why something is refused, in a word that stays the same: programs may decide by it, where the message is for people.
 */
public enum Reason {
    /** What was said is no such thing, or breaks a rule that has to do with nothing else. */
    INVALID(false),
    /** What was said cannot be read at all. */
    MALFORMED(false),
    /** There is another of that name, address or number. */
    TAKEN(true),
    /** There are not so many. */
    OUT_OF_STOCK(true),
    /** The shop does not sell it. */
    NOT_SOLD(true),
    /** The order was taken back. */
    ORDER_CANCELLED(true),
    /** Less is due than is paid. */
    MORE_THAN_DUE(true),
    /** There is less on the account. */
    INSUFFICIENT_FUNDS(true),
    /** The accounts are not of the same currency. */
    OTHER_CURRENCY(true),
    /** No seat is left. */
    COURSE_FULL(true),
    /** The student was in the course already. */
    ENROLLED_BEFORE(true),
    /** The student is in as many courses as one may be in. */
    TOO_MANY_COURSES(true),
    /** Another course has to be passed before. */
    PREREQUISITE_MISSING(true),
    /** The student has a grade, and no seat any more. */
    COURSE_OVER(true),
    /** The manager reports to the employee. */
    CIRCLE(true),
    /** Something else is there that needs it. */
    IN_USE(true),
    /** The key stands for something else that was asked for. */
    KEY_REUSED(false);

    private final boolean conflict;

    Reason(boolean conflict) {
        this.conflict = conflict;
    }

    /** Whether what was said is all right, and it is what there is that does not go with it; later it may. */
    public boolean isConflict() {
        return conflict;
    }
}
