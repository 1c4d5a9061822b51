// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.compare;

import dev.athanor.migrations.schema.Column;
import dev.athanor.migrations.schema.ColumnName;
import dev.athanor.migrations.schema.Identifiers;
import dev.athanor.migrations.schema.QualifiedName;
import dev.athanor.migrations.schema.SchemaModel;
import dev.athanor.migrations.schema.Table;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The tables and columns of a schema by what people call them: with the main schema or without, in quotes or not. */
final class SpokenNames {
    private final String mainSchema;
    private final Map<String, QualifiedName> tables = new HashMap<>();
    private final Map<String, ColumnName> columns = new HashMap<>();

    SpokenNames(SchemaModel model) {
        this.mainSchema = model.mainSchema();
        for (Table table : model.tables()) {
            for (String spoken : spoken(table.name())) {
                tables.put(spoken, table.name());
                for (Column column : table.columns()) {
                    ColumnName name = new ColumnName(table.name(), column.name());
                    columns.put(spoken + "." + column.name(), name);
                    columns.put(spoken + "." + Identifiers.quoted(column.name()), name);
                }
            }
        }
    }

    private String[] spoken(QualifiedName name) {
        String plain = name.schema() + "." + name.name();
        return name.schema().equals(mainSchema)
                ? new String[] {name.sql(), plain, Identifiers.quoted(name.name()), name.name()}
                : new String[] {name.sql(), plain};
    }

    Optional<QualifiedName> table(String spoken) {
        return Optional.ofNullable(tables.get(spoken));
    }

    Optional<ColumnName> column(String spoken) {
        return Optional.ofNullable(columns.get(spoken));
    }

    boolean has(String spoken) {
        return tables.containsKey(spoken) || columns.containsKey(spoken);
    }
}
