// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.internal.eclipselink.TableParts.Traits;
import dev.athanor.orm.mapping.MappedSequence;
import dev.athanor.orm.mapping.TableName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.helper.DatabaseTable;
import org.eclipse.persistence.sequencing.DefaultSequence;
import org.eclipse.persistence.sequencing.NativeSequence;
import org.eclipse.persistence.sequencing.Sequence;
import org.eclipse.persistence.sequencing.TableSequence;
import org.eclipse.persistence.sessions.server.ServerSession;

/** Where the numbers of new rows come from. For one use by one thread. */
final class NumberSources {
    private final ServerSession session;
    private final Function<DatabaseTable, TableParts> parts;
    private final Map<TableName, MappedSequence> sequences = new LinkedHashMap<>();

    /** @param parts what is known of a table */
    NumberSources(ServerSession session, Function<DatabaseTable, TableParts> parts) {
        this.session = session;
        this.parts = parts;
    }

    List<MappedSequence> all() {
        return List.copyOf(sequences.values());
    }

    /** That of an entity, if it has one. */
    void add(ClassDescriptor descriptor) {
        DatabaseField field = descriptor.getSequenceNumberField();
        Sequence sequence = descriptor.getSequence();
        if (field == null || sequence == null) {
            return;
        }
        int size = sequence.getPreallocationSize();
        int first = sequence.getInitialValue();
        Sequence used = sequence instanceof DefaultSequence
                ? Objects.requireNonNull(session.getPlatform().getDefaultSequence())
                : sequence;
        if (used instanceof NativeSequence numbers) {
            if (numbers.shouldUseIdentityIfPlatformSupports()) {
                parts.apply(field.getTable()).column(field, "bigint", new Traits(false, true, Optional.empty()));
            } else {
                TableName name = name(sequence.getQualified(sequence.getName()));
                sequences.put(name, new MappedSequence(name, Math.max(1, first + size - 1L), size));
            }
        } else if (used instanceof TableSequence counter) {
            count(counter, sequence.getName(), first);
        }
    }

    /** A row of a table has the number. */
    private void count(TableSequence counter, String name, int first) {
        DatabaseTable table = counter.getTable();
        DatabaseField key = new DatabaseField(counter.getNameFieldName(), table);
        TableParts counters = parts.apply(table);
        key.setLength(50);
        counters.key(List.of(key));
        counters.column(key, ColumnTypes.of(key, String.class), Traits.of(false));
        DatabaseField number = new DatabaseField(counter.getCounterFieldName(), table);
        counters.column(number, "bigint", Traits.of(true));
        Map<String, String> row = new LinkedHashMap<>();
        row.put(Names.of(key), "'" + name.replace("'", "''") + "'");
        row.put(Names.of(number), Integer.toString(Math.max(0, first - 1)));
        counters.row(row);
    }

    private static TableName name(String qualified) {
        int dot = qualified.lastIndexOf('.');
        return dot < 0
                ? new TableName(Optional.empty(), Names.folded(qualified))
                : new TableName(
                        Optional.of(Names.folded(qualified.substring(0, dot))),
                        Names.folded(qualified.substring(dot + 1)));
    }
}
