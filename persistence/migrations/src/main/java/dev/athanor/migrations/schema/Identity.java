// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.schema;

import java.util.Objects;
import java.util.Optional;

/**
 * How a column numbers rows. Two that number alike are equal, whatever their sequences are called. Immutable and
 * thread-safe.
 *
 * @param always whether numbers of one's own are refused
 * @param options how it counts
 * @param sequence the name of the sequence that PostgreSQL made for it, if it is known
 */
public record Identity(boolean always, SequenceOptions options, Optional<String> sequence) {
    /** Has the options. */
    public Identity {
        Objects.requireNonNull(options, "options");
        Objects.requireNonNull(sequence, "sequence");
    }

    /** By a sequence that PostgreSQL names. */
    public Identity(boolean always, SequenceOptions options) {
        this(always, options, Optional.empty());
    }

    /** Numbers from 1 on, where an insert gives none. */
    public static Identity byDefault(String type) {
        return new Identity(false, SequenceOptions.of(type, 1, 1));
    }

    /** The same, by a sequence of another name. */
    public Identity by(String other) {
        return new Identity(always, options, Optional.of(other));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Identity identity && always == identity.always && options.equals(identity.options);
    }

    @Override
    public int hashCode() {
        return Objects.hash(always, options);
    }

    /** The same of a table, with other names in it. */
    Identity following(QualifiedName table, NameChange names) {
        return new Identity(
                always, options, sequence.map(name -> names.sequence(new QualifiedName(table.schema(), name))
                        .name()));
    }
}
