// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.transaction;

import java.util.Objects;
import java.util.Optional;

/**
 * How transactions are. Each step gives new settings. Immutable and thread-safe.
 *
 * <pre>{@code
 * SessionFactory reports = sessions.with(TransactionSettings.repeatableRead().readOnly());
 * }</pre>
 */
public final class TransactionSettings {
    private static final TransactionSettings STANDARD = new TransactionSettings(Optional.empty(), false);

    private final Optional<IsolationLevel> isolation;
    private final boolean readOnly;

    private TransactionSettings(Optional<IsolationLevel> isolation, boolean readOnly) {
        this.isolation = isolation;
        this.readOnly = readOnly;
    }

    /** As the database has them if nothing else is said. */
    public static TransactionSettings standard() {
        return STANDARD;
    }

    /** With the isolation of {@link IsolationLevel#REPEATABLE_READ}. */
    public static TransactionSettings repeatableRead() {
        return STANDARD.isolation(IsolationLevel.REPEATABLE_READ);
    }

    /** With the isolation of {@link IsolationLevel#SERIALIZABLE}. */
    public static TransactionSettings serializable() {
        return STANDARD.isolation(IsolationLevel.SERIALIZABLE);
    }

    /** The same with this isolation. */
    public TransactionSettings isolation(IsolationLevel level) {
        return new TransactionSettings(Optional.of(level), readOnly);
    }

    /** How isolated they are; none if that is left to the database. */
    public Optional<IsolationLevel> isolation() {
        return isolation;
    }

    /** The same, where the database refuses to write. */
    public TransactionSettings readOnly() {
        return new TransactionSettings(isolation, true);
    }

    /** Whether the database refuses to write. */
    public boolean isReadOnly() {
        return readOnly;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TransactionSettings settings
                && isolation.equals(settings.isolation)
                && readOnly == settings.readOnly;
    }

    @Override
    public int hashCode() {
        return Objects.hash(isolation, readOnly);
    }

    @Override
    public String toString() {
        return isolation.map(IsolationLevel::sql).orElse("standard") + (readOnly ? ", read only" : "");
    }
}
