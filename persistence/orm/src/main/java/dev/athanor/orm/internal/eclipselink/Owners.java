// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.eclipse.persistence.internal.descriptors.ObjectBuilder;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.sessions.AbstractRecord;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;

/** The entities of which a relation is loaded, with the values that what it leads to refers to. */
final class Owners {
    private final List<DatabaseField> fields;
    private final List<LazyValue> values;
    private final List<List<Object>> keys;

    Owners(UnitOfWorkImpl unit, List<DatabaseField> fields, List<LazyValue> lazy) {
        this.fields = fields;
        this.values = lazy;
        this.keys = new ArrayList<>(lazy.size());
        for (LazyValue value : lazy) {
            ObjectBuilder builder = unit.getDescriptor(value.entity()).getObjectBuilder();
            List<Object> key = new ArrayList<>(fields.size());
            for (DatabaseField field : fields) {
                Object part = builder.extractValueFromObjectForField(value.entity(), field, unit);
                if (part != null) {
                    key.add(part);
                }
            }
            keys.add(key);
        }
    }

    /** The values, without those that nothing can refer to because a part is missing. */
    List<List<Object>> keys() {
        return keys.stream().filter(this::isWhole).distinct().toList();
    }

    void forEach(BiConsumer<LazyValue, List<Object>> consumer) {
        for (int i = 0; i < keys.size(); i++) {
            consumer.accept(values.get(i), keys.get(i));
        }
    }

    /** The same in rows of what the owners lead to, beside columns of any name. */
    List<DatabaseField> selected() {
        List<DatabaseField> selected = new ArrayList<>();
        for (DatabaseField field : fields) {
            DatabaseField copy = new DatabaseField("#" + selected.size(), "#owner");
            copy.setType(field.getType());
            selected.add(copy);
        }
        return selected;
    }

    /** Whether a value can be referred to. */
    boolean isWhole(List<Object> key) {
        return key.size() == fields.size();
    }

    /** A key as what equal ones are looked for by: its only value, or all. */
    static Object simplest(List<Object> key) {
        return key.size() == 1 ? key.get(0) : key;
    }

    /** The value that a row refers to. */
    static List<Object> key(List<DatabaseField> referring, AbstractRecord values) {
        return referring.stream().map(values::get).toList();
    }
}
