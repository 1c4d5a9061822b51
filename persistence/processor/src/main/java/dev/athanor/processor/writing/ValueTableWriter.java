// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor.writing;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.athanor.processor.model.ValueTable;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** Writes the tables of collections of values. */
final class ValueTableWriter {
    private final TypeName entity;

    ValueTableWriter(TypeName entity) {
        this.entity = entity;
    }

    TypeSpec write(ValueTable table) {
        TypeSpec.Builder type = TypeSpec.classBuilder(table.name())
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .superclass(SqlNames.GENERATED_TABLE);
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(String.class, "alias")
                .addStatement("super($L, alias, $T.of())", Code.kept(table.table()), Map.class)
                .addStatement("$T columns = made()", SqlNames.COLUMNS);
        MemberWriter members = new MemberWriter(type, constructor, Place.values(entity));
        table.members().forEach(members::write);
        TableWriter.uses(type, ClassName.get("", table.name()), table.table().name());
        return type.addMethod(constructor.build()).build();
    }
}
