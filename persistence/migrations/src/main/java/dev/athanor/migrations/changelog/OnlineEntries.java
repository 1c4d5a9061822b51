// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.changelog;

import dev.athanor.migrations.compare.Added;
import dev.athanor.migrations.compare.Altered;
import dev.athanor.migrations.compare.Change;
import dev.athanor.migrations.compare.ChangeSql;
import dev.athanor.migrations.compare.ChangeVisitor;
import dev.athanor.migrations.compare.Comparison;
import dev.athanor.migrations.compare.ObjectNames;
import dev.athanor.migrations.compare.Removed;
import dev.athanor.migrations.compare.Renamed;
import dev.athanor.migrations.compare.ValuesChanged;
import dev.athanor.migrations.schema.Check;
import dev.athanor.migrations.schema.Exclusion;
import dev.athanor.migrations.schema.ForeignKey;
import dev.athanor.migrations.schema.Table;
import dev.athanor.migrations.schema.TableColumn;
import dev.athanor.migrations.schema.TableConstraint;
import dev.athanor.migrations.schema.TableIndex;
import java.util.ArrayList;
import java.util.List;

/** Puts changes into steps for a database in use. For one use by one thread. */
final class OnlineEntries implements ChangeVisitor<Void> {
    private final Comparison comparison;
    private final ChangeSql sql;
    private final OnlineConstraints constraints;
    private final OnlineColumns columns;
    private final OnlineRenames renames;
    private final Deferral deferral;

    private final List<Entry> expand = new ArrayList<>();
    private final List<Entry> contract = new ArrayList<>();

    OnlineEntries(Comparison comparison, String mainSchema) {
        this.comparison = comparison;
        ObjectNames names = ObjectNames.within(mainSchema);
        this.sql = ChangeSql.of(names);
        this.constraints = new OnlineConstraints(names, sql);
        this.columns = new OnlineColumns(comparison, names, sql);
        this.renames = new OnlineRenames(comparison, names, sql);
        this.deferral = new Deferral(comparison);
    }

    OnlineEntries made() {
        comparison.changes().forEach(change -> change.accept(this));
        return this;
    }

    List<Entry> expand() {
        return expand;
    }

    List<Entry> contract() {
        return contract;
    }

    private void plain(Change change) {
        expand.add(Entry.of(change, sql));
    }

    @Override
    public Void visit(Added added) {
        if (added.object() instanceof TableIndex index) {
            expand.add(constraints.index(added, index));
        } else if (added.object() instanceof TableConstraint constraint
                && !(constraint.constraint() instanceof Exclusion)) {
            boolean looks = constraint.constraint() instanceof Check || constraint.constraint() instanceof ForeignKey;
            expand.addAll(looks ? constraints.validated(added, constraint) : constraints.key(constraint));
        } else if (added.object() instanceof TableColumn column) {
            columns.add(added, column, expand, contract);
        } else {
            plain(added);
        }
        return null;
    }

    @Override
    public Void visit(Removed removed) {
        if (removed.object() instanceof TableIndex index) {
            expand.add(constraints.droppedIndex(removed, index));
        } else if (deferral.isLast(removed)) {
            if (removed.object() instanceof TableColumn column) {
                columns.release(column, expand);
            }
            contract.add(Entry.of(removed, sql));
        } else {
            plain(removed);
        }
        return null;
    }

    @Override
    public Void visit(Altered altered) {
        if (altered.after() instanceof TableColumn column) {
            columns.change((TableColumn) altered.before(), column, expand, contract);
        } else {
            plain(altered);
        }
        return null;
    }

    @Override
    public Void visit(Renamed renamed) {
        if (renamed.after() instanceof Table) {
            renames.table(renamed, expand, contract);
        } else if (renamed.after() instanceof TableColumn) {
            renames.column(renamed, expand, contract);
        } else {
            plain(renamed);
        }
        return null;
    }

    @Override
    public Void visit(ValuesChanged changed) {
        plain(changed);
        return null;
    }
}
