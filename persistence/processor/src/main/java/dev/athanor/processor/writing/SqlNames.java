// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor.writing;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.util.Map;

/** The classes that generated code uses. */
final class SqlNames {
    static final ClassName COLUMNS = sql("Columns");
    static final ClassName DISCRIMINATOR = sql("Discriminator");
    static final ClassName ELEMENT_COLLECTION = sql("ElementCollection");
    static final ClassName ENTITY_TABLE = sql("EntityTable");
    static final ClassName GENERATED_TABLE = sql("GeneratedTable");
    static final ClassName KEPT = sql("Kept");
    static final ClassName KEYS = sql("Keys");
    static final ClassName LINK = sql("Link");
    static final ClassName ASSIGNMENTS = sql("Assignments");
    static final ClassName COMPUTED = sql("Computed");
    static final ClassName SETTER = sql("Setter");
    static final ClassName SQL = sql("Sql");
    static final ClassName TABLE = sql("Table");
    static final ClassName TO_MANY = sql("ToMany");
    static final ClassName TO_ONE = sql("ToOne");
    static final ClassName TYPE = sql("Type");
    static final ClassName VALUE_EXPR = sql("ValueExpr");
    static final TypeName NAMES = ParameterizedTypeName.get(Map.class, String.class, String.class);

    private SqlNames() {}

    static ClassName sql(String name) {
        return ClassName.get("dev.athanor.sql", name);
    }
}
