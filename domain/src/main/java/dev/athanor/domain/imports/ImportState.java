// SPDX-License-Identifier: Apache-2.0
package dev.athanor.domain.imports;

/** How far an import is. */
public enum ImportState {
    /** Rows are read. */
    RUNNING,
    /** All rows were read. */
    DONE,
    /** Somebody did not want the rest any more; what was taken stays. */
    CANCELLED,
    /** It did not get to the end; what was taken stays. */
    FAILED
}
