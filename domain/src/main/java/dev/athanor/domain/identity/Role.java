// SPDX-License-Identifier: Apache-2.0
package dev.athanor.domain.identity;

/** What somebody may do beyond what all users may. */
public enum Role {
    /** Changes what others have written. */
    EDITOR,
    /** Looks after users. */
    ADMINISTRATOR
}
