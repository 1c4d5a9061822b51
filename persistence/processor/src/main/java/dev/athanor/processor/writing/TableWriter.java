// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor.writing;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import dev.athanor.processor.model.HybridMethod;
import dev.athanor.processor.model.TableModel;
import dev.athanor.processor.naming.Names;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Writes the classes of tables. */
public final class TableWriter {
    private static final TypeVariableName ENTITY = TypeVariableName.get("E");
    private static final TypeVariableName OWNER = TypeVariableName.get("S");

    private final Optional<ClassName> generated;
    private final String processor;

    /** A writer that marks what it writes, if there is an annotation for it. */
    public TableWriter(Optional<ClassName> generated, String processor) {
        this.generated = generated;
        this.processor = processor;
    }

    /** The source of a class. */
    public JavaFile write(TableModel model, List<HybridMethod> hybrids) {
        TypeSpec.Builder type = TypeSpec.classBuilder(model.type())
                .addOriginatingElement(model.origin())
                .addAnnotation(suppressed("cast", "deprecation", "removal", "this-escape"));
        generated.ifPresent(annotation -> type.addAnnotation(AnnotationSpec.builder(annotation)
                .addMember("value", "$S", processor)
                .build()));
        if (visible(model.origin())) {
            type.addModifiers(Modifier.PUBLIC);
        }
        if (model instanceof TableModel.Entity entity) {
            entity(type, entity);
        } else if (model instanceof TableModel.Superclass superclass) {
            superclass(type, superclass);
        } else {
            embeddable(type, (TableModel.Embeddable) model, !hybrids.isEmpty());
        }
        new HybridWriter(type, model).write(hybrids);
        return JavaFile.builder(model.type().packageName(), type.build())
                .skipJavaLangImports(true)
                .indent("    ")
                .build();
    }

    private static boolean visible(Element type) {
        for (Element element = type; element instanceof TypeElement; element = element.getEnclosingElement()) {
            if (!element.getModifiers().contains(Modifier.PUBLIC)) {
                return false;
            }
        }
        return true;
    }

    private static void entity(TypeSpec.Builder type, TableModel.Entity entity) {
        type.addJavadoc("Where entities of the class {@link $T} are kept.\n", entity.entity())
                .addModifiers(Modifier.FINAL)
                .superclass(ParameterizedTypeName.get(parent(entity), entity.entity()));
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(String.class, "alias")
                .addStatement(
                        "super($T.class, $L, alias, $L)",
                        entity.entity(),
                        Code.kept(entity.table(), entity.parts(), entity.kinds()),
                        Code.names(entity.overrides()));
        fields(type, constructor, entity, Place.entity(entity.entity()));
        uses(type, entity.type(), entity.own().name());
        type.addType(reference(entity));
    }

    private static ClassName parent(TableModel model) {
        return model.parent().map(Names::generated).orElse(SqlNames.ENTITY_TABLE);
    }

    /** The ways to make one. */
    static void uses(TypeSpec.Builder type, ClassName name, String table) {
        type.addMethod(MethodSpec.methodBuilder("as")
                .addJavadoc("The table by an alias: two of different aliases are two uses of it.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addParameter(String.class, "alias")
                .returns(name)
                .addStatement("return new $T(alias)", name)
                .build());
        type.addMethod(MethodSpec.methodBuilder("table")
                .addJavadoc("The table by its name.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(name)
                .addStatement("return new $T($S)", name, table)
                .build());
    }

    private static void fields(TypeSpec.Builder type, MethodSpec.Builder constructor, TableModel model, Place place) {
        if (!model.members().isEmpty()) {
            constructor.addStatement("$T columns = made()", SqlNames.COLUMNS);
        }
        MemberWriter members = new MemberWriter(type, constructor, place);
        model.members().forEach(members::write);
        type.addMethod(constructor.build());
    }

    private static TypeSpec reference(TableModel.Entity entity) {
        TypeSpec.Builder type = TypeSpec.classBuilder("Reference")
                .addJavadoc(
                        "A relation to one {@link $T}, with its key.\n\n@param <S> what has the relation\n",
                        entity.entity())
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addTypeVariable(OWNER)
                .superclass(ParameterizedTypeName.get(SqlNames.TO_ONE, OWNER, entity.entity(), entity.type()));
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder()
                .addJavadoc("For generated tables.\n")
                .addModifiers(Modifier.PUBLIC)
                .addParameter(ParameterizedTypeName.get(ClassName.get(Class.class), OWNER), "owner")
                .addParameter(String.class, "attribute")
                .addParameter(SqlNames.COLUMNS, "columns")
                .addParameter(SqlNames.NAMES, "names")
                .addStatement("super(owner, attribute, columns.refers(attribute, names))")
                .addStatement(
                        "$T key = columns.referring(attribute, names, $L)",
                        SqlNames.COLUMNS,
                        Code.names(entity.reference().overrides()));
        MemberWriter members = new MemberWriter(type, constructor, Place.reference(OWNER));
        entity.reference().members().forEach(members::write);
        return type.addMethod(constructor.build()).build();
    }

    private static void superclass(TypeSpec.Builder type, TableModel.Superclass superclass) {
        type.addJavadoc(
                        "What tables of entities have from the class {@link $T}.\n\n@param <E> the entities\n",
                        ClassName.get(superclass.origin()))
                .addModifiers(Modifier.ABSTRACT)
                .addTypeVariable(ENTITY)
                .superclass(ParameterizedTypeName.get(parent(superclass), ENTITY));
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PROTECTED)
                .addParameter(ParameterizedTypeName.get(ClassName.get(Class.class), ENTITY), "entityType")
                .addParameter(SqlNames.KEPT, "kept")
                .addParameter(String.class, "alias")
                .addParameter(SqlNames.NAMES, "overrides")
                .addStatement("super(entityType, kept, alias, overrides)");
        fields(type, constructor, superclass, Place.entity(ENTITY));
    }

    private static void embeddable(TypeSpec.Builder type, TableModel.Embeddable embeddable, boolean hybrids) {
        TypeName embedded = embeddable.embeddable();
        type.addJavadoc("The columns of an embedded {@link $T}.\n", embedded).addModifiers(Modifier.FINAL);
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder()
                .addJavadoc("For generated tables.\n")
                .addModifiers(Modifier.PUBLIC)
                .addParameter(SqlNames.COLUMNS, "columns");
        if (hybrids) {
            type.addField(SqlNames.TABLE, "table_", Modifier.PRIVATE, Modifier.FINAL);
            constructor.addStatement("this.table_ = columns.table()");
        }
        MemberWriter members = new MemberWriter(type, constructor, Place.values(embedded));
        embeddable.members().forEach(members::write);
        type.addMethod(constructor.build());
    }

    static AnnotationSpec suppressed(String... warnings) {
        AnnotationSpec.Builder annotation = AnnotationSpec.builder(SuppressWarnings.class);
        for (String warning : warnings) {
            annotation.addMember("value", "$S", warning);
        }
        return annotation.build();
    }
}
