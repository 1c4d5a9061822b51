// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor.hybrid;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.athanor.processor.model.ColumnType;
import dev.athanor.processor.model.ColumnType.Kind;
import dev.athanor.processor.naming.Attributes;
import dev.athanor.processor.naming.BasicTypes;
import dev.athanor.processor.naming.Compilation;
import dev.athanor.processor.reading.Unresolved;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * What is known of the classes that bodies are about.
 *
 * @param compilation what is compiled
 * @param attributes what attributes are in generated classes
 * @param trees the compiler's trees
 */
record Language(Compilation compilation, Attributes attributes, Trees trees) {
    /** The names that a file knows. */
    TypeNames names(CompilationUnitTree unit) {
        return new TypeNames(compilation.elements(), unit);
    }

    /** The file that an element is compiled from, if it is. */
    Optional<CompilationUnitTree> unit(Element element) {
        return Optional.ofNullable(trees.getPath(element)).map(TreePath::getCompilationUnit);
    }

    /** A class that has to be there. */
    TypeElement type(ClassName name) {
        TypeElement type = compilation.elements().getTypeElement(name.canonicalName());
        if (type == null) {
            throw new Unresolved(name.canonicalName());
        }
        return type;
    }

    static TypeName name(TypeMirror type) {
        if (type.getKind() == TypeKind.ERROR) {
            throw new Unresolved(type.toString());
        }
        return TypeName.get(type).withoutAnnotations();
    }

    boolean enumeration(TypeName type) {
        return type instanceof ClassName name
                && Optional.ofNullable(compilation.elements().getTypeElement(name.canonicalName()))
                        .filter(element -> element.getKind() == ElementKind.ENUM)
                        .isPresent();
    }

    /** What a value of a type is in SQL. */
    Optional<ColumnType> column(TypeName type) {
        return BasicTypes.of(Classes.boxed(type))
                .or(() -> enumeration(type) ? Optional.of(enumText(type)) : Optional.empty());
    }

    private static ColumnType enumText(TypeName type) {
        return ColumnType.of(Kind.ENUM, type, CodeBlock.of("$T.enumText($T.class)", Classes.SQL_TYPES, type));
    }
}
