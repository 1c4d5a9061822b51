// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.lint;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** What is looked for; {@code docs/migration-lint.md} has a section for each. */
public enum Rule {
    /** Rows, columns, tables or values of an enumeration go. */
    DATA_LOSS(
            Severity.ERROR,
            "Release code that does not use it first, keep a copy, and drop it in a later revision; then say why it may"
                    + " go."),
    /** All rows are written anew while nobody can read them. */
    TABLE_REWRITE(
            Severity.WARNING,
            "Add a new column, keep it in step by a trigger, fill it in batches, then put it in the place of the old"
                    + " one."),
    /** A column gets a type that not all of its values fit. */
    TYPE_NARROWING(
            Severity.WARNING,
            "Look for values that do not fit, and mend them in a change set before; or keep the type and add a check"
                    + " that is not valid, then validate it."),
    /** A check or a foreign key looks at all rows while nobody can write. */
    CONSTRAINT_SCANS_TABLE(
            Severity.WARNING, "Add it as \"not valid\", and \"validate constraint\" in a change set of its own."),
    /** A constraint is made as not valid and validated in one transaction. */
    VALIDATED_AT_ONCE(Severity.WARNING, "Validate it in a change set of its own."),
    /** All rows are looked at for nulls while nobody can read or write. */
    NOT_NULL_SCANS_TABLE(
            Severity.WARNING,
            "Add a check (column is not null) as \"not valid\", validate it in a change set of its own, set not null, and"
                    + " drop the check."),
    /** A column must have values that nothing gives it. */
    NOT_NULL_WITHOUT_VALUES(
            Severity.ERROR, "Give it a default, or add it as nullable, fill it, and set it not null then."),
    /** A key builds its index while nobody can read or write. */
    KEY_BUILDS_INDEX(
            Severity.WARNING,
            "Create a unique index concurrently, and \"add constraint … using index\" in a change set after it."),
    /** An exclusion constraint builds its index while nobody can read or write. */
    EXCLUSION_BUILDS_INDEX(
            Severity.WARNING, "PostgreSQL has no other way: make it with the table, or when nobody works."),
    /** An index is made, dropped or made anew while nobody can write. */
    INDEX_NOT_CONCURRENT(
            Severity.WARNING, "Do it concurrently, in a change set with \"runInTransaction: false\" of its own."),
    /** What PostgreSQL refuses within a transaction is in one. */
    CONCURRENT_IN_TRANSACTION(Severity.ERROR, "Say \"runInTransaction: false\" at the change set."),
    /** Servers that run do not know the new name. */
    RENAME_BREAKS_SERVERS(
            Severity.WARNING,
            "For a table, make a view with the old name in the same change set; for a column, add a new one, keep both"
                    + " in step by a trigger, and drop the old one in a later revision."),
    /** One transaction keeps more than one table from being used. */
    SEVERAL_LOCKS(Severity.WARNING, "Make a change set for each table."),
    /** All rows of a table are updated, and locked, in one transaction. */
    BACKFILL_IN_TRANSACTION(
            Severity.WARNING,
            "Update in batches that commit, in a \"do\" block in a change set with \"runInTransaction: false\"."),
    /** A change set cannot be taken back, and does not say so. */
    NO_ROLLBACK(Severity.WARNING, "Write what takes it back, or \"rollback: empty\" if nothing can."),
    /** PostgreSQL cuts names after 63 bytes. */
    NAME_TOO_LONG(Severity.ERROR, "Choose a name of at most 63 bytes."),
    /** A change could not be looked at. */
    NOT_READ(Severity.NOTE, "Look at it yourself, and silence the rule with what you found."),
    /** A silence says not why. */
    SILENCE_WITHOUT_REASON(Severity.ERROR, "Write the reason after the rule: \"lint: data-loss nobody uses it\"."),
    /** A silence names no rule, or one that finds nothing there. */
    SILENCE_WITHOUT_RULE(Severity.WARNING, "Take it away, or name one of the rules.");

    private static final int OLDEST = 15;
    private static final int NEWEST = 18;

    private final Severity severity;
    private final String saferForm;

    Rule(Severity severity, String saferForm) {
        this.severity = severity;
        this.saferForm = Objects.requireNonNull(saferForm, "saferForm");
    }

    /** What it is called: {@code data-loss}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** How bad it is. */
    public Severity severity() {
        return severity;
    }

    /** What to do instead. */
    public String saferForm() {
        return saferForm;
    }

    /** The versions of PostgreSQL that it holds for: so far all that are known. */
    public String versions() {
        return OLDEST + "–" + NEWEST;
    }

    static Optional<Rule> of(String id) {
        return Arrays.stream(values()).filter(rule -> rule.id().equals(id)).findFirst();
    }
}
