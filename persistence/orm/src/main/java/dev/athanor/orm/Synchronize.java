// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

/** How the entities of a session learn of what a statement writes. */
public enum Synchronize {
    /** The statement tells the keys of the rows it touches; entities of these are read anew, or are deleted. */
    FETCH,
    /** The session finds the entities by the statement's condition itself; an error if it cannot. */
    EVALUATE,
    /** They do not learn of it. */
    NONE
}
