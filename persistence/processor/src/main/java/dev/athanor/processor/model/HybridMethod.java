// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor.model;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.Optional;

/**
 * What a hybrid is in a generated class.
 *
 * @param name its name
 * @param parameters its parameters
 * @param result what it gives
 * @param body the statements that give it; none if it is for subclasses to say
 * @param typed whether it takes expressions as well as values
 * @param update what an update sets, if it says so
 * @param schema what the database keeps of it, if anything
 */
public record HybridMethod(
        String name,
        List<Parameter> parameters,
        ColumnType result,
        Optional<CodeBlock> body,
        boolean typed,
        Optional<CodeBlock> update,
        Optional<Schema> schema) {
    /** Keeps a copy. */
    public HybridMethod {
        parameters = List.copyOf(parameters);
    }

    /**
     * A parameter.
     *
     * @param type its type in Java
     * @param sql its type in SQL, if there is one
     */
    public record Parameter(String name, TypeName type, Optional<ColumnType> sql) {}

    /**
     * What the database keeps.
     *
     * @param column the name of the column or the index
     * @param stored whether it is a column
     */
    public record Schema(String column, boolean stored) {}
}
