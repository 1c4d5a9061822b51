// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.Bind;
import dev.athanor.sql.type.SqlType;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of named parameters. Immutable. */
final class Parameters {
    static final Parameters NONE = new Parameters(Map.of());

    private final Map<String, @Nullable Object> values;

    private Parameters(Map<String, @Nullable Object> values) {
        this.values = values;
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    /** With one more value, for one of these binds. */
    Parameters with(String name, @Nullable Object value, List<Bind> binds) {
        boolean found = false;
        for (Bind bind : binds) {
            if (bind.name().filter(name::equals).isPresent()) {
                check(name, value, bind.type());
                found = true;
            }
        }
        if (!found) {
            throw new SqlException(
                    SqlError.PARAMETER_UNKNOWN,
                    "the statement has no parameter called \"" + name + "\"; it has "
                            + binds.stream()
                                    .flatMap(bind -> bind.name().stream())
                                    .distinct()
                                    .toList());
        }
        Map<String, @Nullable Object> more = new HashMap<>(values);
        more.put(name, value);
        return new Parameters(Collections.unmodifiableMap(more));
    }

    private static void check(String name, @Nullable Object value, SqlType<?> type) {
        if (value != null && !type.javaType().isInstance(value)) {
            throw new SqlException(
                    SqlError.PARAMETER_UNKNOWN,
                    "the parameter \"" + name + "\" is a " + type.javaType().getSimpleName() + ", not a "
                            + value.getClass().getSimpleName());
        }
    }

    @Nullable
    Object valueOf(Bind bind) {
        if (bind.name().isEmpty()) {
            return bind.value();
        }
        String name = bind.name().get();
        if (!values.containsKey(name)) {
            throw new SqlException(
                    SqlError.PARAMETER_UNKNOWN,
                    "the parameter \"" + name + "\" has no value; give it one by bind(\"" + name + "\", …)");
        }
        return values.get(name);
    }
}
