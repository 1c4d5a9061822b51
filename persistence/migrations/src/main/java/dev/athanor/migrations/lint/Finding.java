// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.lint;

import java.util.Objects;

/**
 * What a rule found. Immutable and thread-safe.
 *
 * @param file the changelog file
 * @param changeSet the identifier of the change set
 * @param statement the number of the statement in it, from 1 on; 0 if it is about all of it
 * @param sql the statement; empty if it is about all of the change set
 * @param rule the rule, as {@link Rule#id()} says it
 * @param severity how bad it is
 * @param message what is the matter
 * @param saferForm what to do instead
 */
public record Finding(
        String file,
        String changeSet,
        int statement,
        String sql,
        String rule,
        Severity severity,
        String message,
        String saferForm) {
    /** Has them all. */
    public Finding {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(changeSet, "changeSet");
        Objects.requireNonNull(sql, "sql");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(saferForm, "saferForm");
    }
}
