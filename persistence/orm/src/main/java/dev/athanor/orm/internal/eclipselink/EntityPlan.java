// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.tree.Source;
import dev.athanor.sql.tree.TableSource;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseField;

/** What has to be selected to read the entities of a class, and of all classes below it. Immutable and thread-safe. */
abstract sealed class EntityPlan permits TablesPlan, UnionPlan {
    private final ClassDescriptor descriptor;

    EntityPlan(ClassDescriptor descriptor) {
        this.descriptor = descriptor;
    }

    static EntityPlan of(ClassDescriptor descriptor) {
        return descriptor.hasTablePerClassPolicy()
                        && !descriptor
                                .getTablePerClassPolicy()
                                .getChildDescriptors()
                                .isEmpty()
                ? new UnionPlan(descriptor)
                : new TablesPlan(descriptor);
    }

    final ClassDescriptor descriptor() {
        return descriptor;
    }

    /** The classes whose entities EclipseLink knows by keys of their own. */
    abstract List<ClassDescriptor> identities();

    /** What the entities come from, by an alias. */
    abstract Source source(String alias);

    /** A source that has the table of the class, with all that it lacks. */
    abstract Source completed(Source source);

    /** The columns to select of a source that is complete. */
    abstract List<ColumnReference> columns(Source source);

    /** A column of the class itself, of a source that is complete. */
    abstract ColumnReference column(Source source, DatabaseField field);

    /** The first table of the class, with those of its rows that are of the class or of one below it. */
    abstract TableSource restricted(TableSource table);

    /**
     * Reads the rows of a cursor.
     *
     * @param positions where each of the columns is in a row
     * @param others what else is in a row, and is to be among its values
     */
    abstract EntityRows rows(EntityQuery query, List<Integer> positions, List<Other> others, Cursor cursor)
            throws SQLException;

    /**
     * A value that is selected beside the columns of entities.
     *
     * @param field what it is mapped to
     * @param position where it is in a row
     */
    record Other(DatabaseField field, int position) {}

    static List<DatabaseField> fields(List<DatabaseField> own, List<Other> others) {
        return others.isEmpty()
                ? own
                : Stream.concat(own.stream(), others.stream().map(Other::field)).toList();
    }

    static List<Integer> positions(List<Integer> own, List<Other> others) {
        return others.isEmpty()
                ? own
                : Stream.concat(own.stream(), others.stream().map(Other::position))
                        .toList();
    }
}
