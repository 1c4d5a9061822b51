// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor.reading;

import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/**
 * A persistent attribute.
 *
 * @param name its name
 * @param element the field or the getter
 * @param type its type, as the class has it that it is read for
 * @param generic whether its class says it by a type variable
 * @param marks its annotations
 * @param level the class that declares it
 */
public record Attribute(
        String name, Element element, TypeMirror type, boolean generic, Marks marks, TypeElement level) {
    /** Whether it has an annotation of JPA's. */
    public boolean has(String mark) {
        return marks.has(mark);
    }

    /** Whether it is, or is a part of, the primary key. */
    public boolean id() {
        return marks.hasAny("Id", "EmbeddedId");
    }

    /** Whether a path is of this attribute, or of what is embedded in it. */
    public boolean leads(String path) {
        return (path + ".").startsWith(name + ".");
    }

    /** A problem with one of its annotations. */
    public Problem problem(Mark mark, String message) {
        return new Problem(element, mark, level.getSimpleName() + "." + name + " " + message);
    }

    /** A problem with it. */
    public Problem problem(String message) {
        return new Problem(element, level.getSimpleName() + "." + name + " " + message);
    }
}
