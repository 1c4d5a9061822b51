// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.compare;

import dev.athanor.migrations.schema.EnumType;
import dev.athanor.migrations.schema.SchemaObject;
import dev.athanor.migrations.schema.TableColumn;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

/**
 * An enumeration gets other values. PostgreSQL adds values; to take some away, or to change their order, the type is
 * made anew, and the columns that have it are moved there. Immutable and thread-safe.
 *
 * @param before as it was
 * @param after as it is then
 * @param users the columns of the type, with the defaults that they have before and after
 * @param dependents checks, indexes and generated columns whose expressions name it
 */
public record ValuesChanged(EnumType before, EnumType after, List<User> users, List<SchemaObject> dependents)
        implements Change {
    /** Keeps copies. */
    public ValuesChanged {
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
        users = List.copyOf(users);
        dependents = List.copyOf(dependents);
    }

    /** Whether nothing is done but to add values. */
    public boolean onlyAdds() {
        Iterator<String> later = after.values().iterator();
        return before.values().stream().allMatch(value -> reaches(later, value))
                && users.stream().allMatch(user -> user.before().equals(user.after()));
    }

    private static boolean reaches(Iterator<String> values, String wanted) {
        while (values.hasNext()) {
            if (values.next().equals(wanted)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String description() {
        return "change " + after.description();
    }

    @Override
    public Change inverse() {
        return new ValuesChanged(
                after,
                before,
                users.stream()
                        .map(user -> new User(user.after(), user.before()))
                        .toList(),
                dependents);
    }

    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
        return visitor.visit(this);
    }

    /**
     * A column of the type. Immutable and thread-safe.
     *
     * @param before as it was
     * @param after as it is then, which differs in its default at most
     */
    public record User(TableColumn before, TableColumn after) {
        /** Has both. */
        public User {
            Objects.requireNonNull(before, "before");
            Objects.requireNonNull(after, "after");
        }
    }
}
