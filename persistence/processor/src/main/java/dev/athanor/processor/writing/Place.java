// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor.writing;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;

/**
 * The class that fields are written into.
 *
 * @param owner the class that has the attributes
 * @param ownerType the expression of that class
 * @param table the expression of the table
 * @param columns the variable that makes columns
 */
record Place(TypeName owner, CodeBlock ownerType, CodeBlock table, String columns) {
    static Place entity(TypeName entity) {
        return new Place(entity, CodeBlock.of("entityType()"), CodeBlock.of("this"), "columns");
    }

    static Place reference(TypeName owner) {
        return new Place(owner, CodeBlock.of("owner"), CodeBlock.of("key.table()"), "key");
    }

    static Place values(TypeName owner) {
        return new Place(owner, CodeBlock.of("$T.class", owner), CodeBlock.of("columns.table()"), "columns");
    }
}
