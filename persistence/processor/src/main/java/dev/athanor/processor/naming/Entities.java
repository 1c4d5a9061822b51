// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor.naming;

import dev.athanor.processor.reading.ClassReader;
import dev.athanor.processor.reading.Marks;
import dev.athanor.processor.reading.Unresolved;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** The entities that a compilation knows of: those that it compiles, and those beside them that were before. */
public final class Entities {
    private final Elements elements;
    private final ClassReader classes;
    private final Set<String> compiled = new TreeSet<>();

    /** Those of a compilation: none yet. */
    public Entities(Elements elements, ClassReader classes) {
        this.elements = elements;
        this.classes = classes;
    }

    /** Adds one that is compiled. */
    public void add(TypeElement entity) {
        compiled.add(entity.getQualifiedName().toString());
    }

    /** The entities whose classes extend another's, in the order of their names. */
    List<TypeElement> below(TypeElement entity) {
        Map<String, TypeElement> found = new LinkedHashMap<>();
        for (String name : compiled) {
            TypeElement known = elements.getTypeElement(name);
            if (known != null) {
                found.put(name, known);
            }
        }
        beside(elements.getPackageOf(entity), found);
        return found.values().stream()
                .filter(other ->
                        other != entity && classes.hierarchy(other).levels().contains(entity))
                .toList();
    }

    /** Whether any is below a class, as far as is known in this round. */
    boolean anyBelow(TypeElement entity) {
        try {
            return !below(entity).isEmpty();
        } catch (Unresolved otherClass) {
            return false;
        }
    }

    private static void beside(Element around, Map<String, TypeElement> found) {
        for (TypeElement type : ElementFilter.typesIn(around.getEnclosedElements())) {
            if (Marks.of(type).has("Entity")) {
                found.putIfAbsent(type.getQualifiedName().toString(), type);
            }
            beside(type, found);
        }
    }
}
