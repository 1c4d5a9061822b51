// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.audit.Auditing;
import dev.athanor.orm.audit.Revision;
import dev.athanor.sql.Compiled;
import dev.athanor.sql.SqlException;
import dev.athanor.sql.SqlTypes;
import dev.athanor.sql.tree.Cast;
import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Selection;
import dev.athanor.sql.tree.TableSource;
import dev.athanor.sql.tree.Tail;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.persistence.descriptors.DescriptorEvent;
import org.eclipse.persistence.internal.sessions.EmptyRecord;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.jspecify.annotations.Nullable;

/**
 * Fills what is filled by itself, and writes the history, of entities that EclipseLink writes. Relies on a unit of work
 * telling of each row around its statement, and on the row of an update being there when it is told of; AuditTest would
 * notice. Immutable and thread-safe.
 */
final class AuditListener extends OwnListener {
    private static final String ROW = "t";
    private static final String PROPERTY = AuditListener.class.getName();

    private final Class<?> type;
    private final List<AuditedTable> tables;

    /** Of the entities of a class, in the tables that these are kept in. */
    AuditListener(Class<?> type, List<AuditedTable> tables) {
        this.type = type;
        this.tables = List.copyOf(tables);
    }

    /** EclipseLink tells listeners of a class of entities of the classes below, too, which have their own. */
    private boolean isOfAnother(DescriptorEvent event) {
        return event.getClassDescriptor().getJavaClass() != type;
    }

    /** So that what checks entities before they are written finds them filled. */
    @Override
    public void prePersist(DescriptorEvent event) {
        if (isOfAnother(event)) {
            return;
        }
        fill(event, true);
    }

    @Override
    public void aboutToInsert(DescriptorEvent event) {
        if (isOfAnother(event)) {
            return;
        }
        fill(event, true);
    }

    @Override
    public void aboutToUpdate(DescriptorEvent event) {
        if (isOfAnother(event)) {
            return;
        }
        fill(event, false);
        for (AuditedTable table : historic()) {
            String row = read(event, table);
            if (row != null) {
                before(event).put(table, row);
            }
        }
    }

    @Override
    public void postInsert(DescriptorEvent event) {
        if (isOfAnother(event)) {
            return;
        }
        historic().forEach(table -> write(event, table, HistoryCommand.nothing(), row(table), Revision.Kind.INSERT));
    }

    @Override
    public void postUpdate(DescriptorEvent event) {
        if (isOfAnother(event)) {
            return;
        }
        Map<AuditedTable, String> before = before(event);
        historic().forEach(table -> {
            String known = before.get(table);
            if (known != null) {
                write(event, table, HistoryCommand.known(known), row(table), Revision.Kind.UPDATE);
            }
        });
        forget(event);
    }

    @Override
    public void aboutToDelete(DescriptorEvent event) {
        if (isOfAnother(event)) {
            return;
        }
        historic().forEach(table -> write(event, table, row(table), HistoryCommand.nothing(), Revision.Kind.DELETE));
    }

    private List<AuditedTable> historic() {
        return tables.stream().filter(AuditedTable::historic).toList();
    }

    private void fill(DescriptorEvent event, boolean inserted) {
        Auditing auditing = auditing(event);
        Instant now = auditing.now();
        for (AuditedTable table : tables) {
            for (Stamp stamp : table.stamps()) {
                boolean missing = inserted && value(event, stamp) == null;
                Object value = missing || (!inserted && stamp.updated()) ? stamp.value(auditing, now) : null;
                if (value != null) {
                    set(event, stamp, value);
                }
            }
        }
    }

    private static DatabaseMapping mapping(DescriptorEvent event, Stamp stamp) {
        return event.getClassDescriptor().getMappingForAttributeName(stamp.attribute());
    }

    private static @Nullable Object value(DescriptorEvent event, Stamp stamp) {
        return mapping(event, stamp).getRealAttributeValueFromObject(event.getObject(), event.getSession());
    }

    /** In the row that is being written, too, if there is one already. */
    private static void set(DescriptorEvent event, Stamp stamp, Object value) {
        if (event.getRecord() == null) {
            mapping(event, stamp).setRealAttributeValueInObject(event.getObject(), value);
        } else {
            event.updateAttributeWithObject(stamp.attribute(), value);
        }
    }

    private static UnitOfWorkImpl unit(DescriptorEvent event) {
        return (UnitOfWorkImpl) event.getSession();
    }

    private static Auditing auditing(DescriptorEvent event) {
        return SessionContext.find(unit(event))
                .map(context -> context.settings().auditing())
                .orElseGet(Auditing::anonymous);
    }

    /** What rows were like whose update EclipseLink is about to run. */
    @SuppressWarnings("unchecked") // nobody else has the property
    private static Map<AuditedTable, String> before(DescriptorEvent event) {
        IdentityHashMap<Object, Map<AuditedTable, String>> all =
                (IdentityHashMap<Object, Map<AuditedTable, String>>) unit(event).getProperty(PROPERTY);
        if (all == null) {
            all = new IdentityHashMap<>();
            unit(event).setProperty(PROPERTY, all);
        }
        return all.computeIfAbsent(event.getObject(), entity -> new HashMap<>());
    }

    private static void forget(DescriptorEvent event) {
        ((Map<?, ?>) unit(event).getProperty(PROPERTY)).remove(event.getObject());
    }

    private static Expression row(AuditedTable table) {
        return HistoryCommand.document(table.source(ROW));
    }

    private static Selection rows(DescriptorEvent event, AuditedTable table, List<Expression> selected) {
        TableSource source = table.source(ROW);
        List<ColumnReference> keys = table.keys().stream()
                .map(key -> new ColumnReference(source, key))
                .toList();
        Object key = unit(event).getId(event.getObject());
        Expression wanted = Among.of(keys, List.of(Keys.values(key)));
        return HistoryCommand.select(selected, List.of(source), Optional.of(wanted), Tail.NONE);
    }

    private static @Nullable String read(DescriptorEvent event, AuditedTable table) {
        Expression text = new Cast(row(table), SqlTypes.TEXT);
        Compiled compiled = Compiled.of(rows(event, table, List.of(text)));
        try (Cursor cursor = open(event, new StatementCall(compiled, 0, 0))) {
            ResultSet found = cursor.rows();
            return found.next() ? found.getString(1) : null;
        } catch (SQLException e) {
            throw SqlException.of(e, compiled.sql());
        }
    }

    private static void write(
            DescriptorEvent event, AuditedTable table, Expression before, Expression after, Revision.Kind kind) {
        Selection changed = rows(event, table, HistoryCommand.given(before, after, HistoryCommand.kind(kind)));
        Auditing auditing = auditing(event);
        Compiled compiled = Compiled.of(
                new HistoryCommand(table, auditing, auditing.now()).writing(HistoryCommand.changed(changed)));
        open(event, new StatementCall(compiled, 0, 0).counting()).close();
    }

    private static Cursor open(DescriptorEvent event, StatementCall call) {
        return (Cursor) unit(event).executeQuery(new RowsQuery(call), EmptyRecord.getEmptyRecord());
    }
}
