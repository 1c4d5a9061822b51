// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.catalog;

import dev.athanor.migrations.internal.SqlToken;
import dev.athanor.migrations.internal.SqlTokens;
import dev.athanor.migrations.schema.EnumType;
import dev.athanor.migrations.schema.SchemaModel;
import dev.athanor.migrations.schema.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * Enumerations that columns name, as by {@code @Column(columnDefinition = "mood")}, and of which nothing says what
 * their values are: those that are there stay as they are.
 */
final class NamedEnums {
    private NamedEnums() {}

    /** What is wanted, with those of what is there that it names. */
    static SchemaModel added(SchemaModel wanted, SchemaModel there) {
        List<EnumType> enums = new ArrayList<>(wanted.enums());
        there.enums().stream()
                .filter(type ->
                        wanted.enums().stream().noneMatch(other -> other.name().equals(type.name())))
                .filter(type -> wanted.tables().stream().anyMatch(table -> names(table, type, wanted.mainSchema())))
                .forEach(enums::add);
        return new SchemaModel(
                wanted.mainSchema(),
                wanted.schemas(),
                wanted.extensions(),
                enums,
                wanted.sequences(),
                wanted.tables(),
                wanted.notCompared());
    }

    private static boolean names(Table table, EnumType type, String mainSchema) {
        return table.columns().stream().anyMatch(column -> names(SqlTokens.of(column.type()), type, mainSchema));
    }

    private static boolean names(List<SqlToken> definition, EnumType type, String mainSchema) {
        for (int i = 0; i < definition.size(); i++) {
            SqlToken token = definition.get(i);
            if (token.isName() && token.name().equals(type.name().name())) {
                boolean qualified = i > 1 && definition.get(i - 1).is(".");
                String schema = qualified ? definition.get(i - 2).name() : mainSchema;
                if (schema.equals(type.name().schema())) {
                    return true;
                }
            }
        }
        return false;
    }
}
