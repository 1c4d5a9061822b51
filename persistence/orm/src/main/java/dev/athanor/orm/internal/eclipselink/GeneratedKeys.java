// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.sql.Compiled;
import dev.athanor.sql.SqlTypes;
import dev.athanor.sql.tree.Bind;
import dev.athanor.sql.tree.Call;
import dev.athanor.sql.tree.Cast;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.FunctionSource;
import dev.athanor.sql.tree.Selection;
import dev.athanor.sql.tree.Tail;
import dev.athanor.sql.type.SqlType;
import dev.athanor.sql.type.TextCodec;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.descriptors.ObjectBuilder;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.foundation.AbstractDirectMapping;
import org.eclipse.persistence.sequencing.NativeSequence;
import org.eclipse.persistence.sequencing.Sequence;

/**
 * Gives entities the keys that are generated before they are inserted. A sequence of the database is asked once for
 * all: each of its values stands for as many keys as the allocation size says, of which it is the last, as EclipseLink
 * counts them. BulkInsertTest would notice if it did otherwise.
 */
final class GeneratedKeys {
    private static final SqlType<String> SEQUENCE = new SqlType<>(
            "regclass", String.class, new TextCodec<>(Function.<String>identity(), Function.<String>identity()));

    private final Reader reader;
    private final UnitOfWorkImpl unit;

    GeneratedKeys(Reader reader) {
        this.reader = reader;
        this.unit = reader.unit();
    }

    /** Whether the database gives the key when a row is inserted. */
    static boolean areGivenByInsert(ClassDescriptor descriptor) {
        return descriptor.usesSequenceNumbers() && descriptor.getSequence().shouldAcquireValueAfterInsert();
    }

    /** Gives keys to those that have none. */
    void assign(ClassDescriptor descriptor, List<Object> entities) {
        if (!descriptor.usesSequenceNumbers() || areGivenByInsert(descriptor)) {
            return;
        }
        ObjectBuilder builder = descriptor.getObjectBuilder();
        AbstractDirectMapping mapping = builder.getSequenceMapping();
        List<Object> without = entities;
        int assigned = 0;
        if (mapping != null && isAsked(descriptor.getSequence())) {
            without = entities.stream()
                    .filter(entity ->
                            builder.isPrimaryKeyComponentInvalid(mapping.getAttributeValueFromObject(entity), 0))
                    .toList();
            assigned = assignBlocks(descriptor, mapping, without);
        }
        for (Object entity : without.subList(assigned, without.size())) {
            builder.assignSequenceNumber(entity, unit);
        }
    }

    private static boolean isAsked(Sequence sequence) {
        return sequence instanceof NativeSequence
                && sequence.getPreallocationSize() > 0
                && !sequence.shouldAlwaysOverrideExistingValue();
    }

    /** Whole blocks; what is left, EclipseLink takes from those that it keeps. Gives how many have keys. */
    private int assignBlocks(ClassDescriptor descriptor, AbstractDirectMapping mapping, List<Object> entities) {
        Sequence sequence = descriptor.getSequence();
        int size = sequence.getPreallocationSize();
        int next = 0;
        for (long last : lastOfBlocks(sequence, descriptor.getSequenceNumberName(), entities.size() / size)) {
            for (long key = last - size + 1; key <= last; key++) {
                mapping.setAttributeValueInObject(entities.get(next++), mapping.getObjectValue(key, unit));
            }
        }
        return next;
    }

    private List<Long> lastOfBlocks(Sequence sequence, String name, int blocks) {
        return blocks == 0 ? List.of() : reader.numbers(Compiled.of(nextValues(sequence.getQualified(name), blocks)));
    }

    /** The next values of a sequence. */
    static Selection nextValues(String sequence, int count) {
        Expression name = new Cast(Bind.of(SEQUENCE, sequence), SEQUENCE);
        FunctionSource numbers = new FunctionSource(
                Call.of("generate_series", Bind.of(SqlTypes.INTEGER, 1), Bind.of(SqlTypes.INTEGER, count)),
                "blocks",
                List.of("number"),
                false);
        return new Selection(
                List.of(),
                new Selection.Parts(
                        false,
                        List.of(),
                        List.of(Call.of("nextval", name)),
                        List.of(numbers),
                        List.of(),
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        List.of(),
                        Tail.NONE));
    }
}
