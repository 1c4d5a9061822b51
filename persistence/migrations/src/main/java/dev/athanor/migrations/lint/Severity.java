// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.lint;

/** How bad a finding is. */
public enum Severity {
    /** Data is lost, or the migration fails. */
    ERROR,
    /** Servers that run have to wait, or break. */
    WARNING,
    /** Something to know. */
    NOTE
}
