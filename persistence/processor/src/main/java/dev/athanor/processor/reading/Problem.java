// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor.reading;

import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;

/** What is wrong with an entity, and where: a compile error. */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Element element;
    private final transient Optional<AnnotationMirror> mirror;

    /** A problem of a class or an attribute. */
    public Problem(Element element, String message) {
        super(message);
        this.element = element;
        this.mirror = Optional.empty();
    }

    /** A problem of an annotation. */
    public Problem(Element element, Mark mark, String message) {
        super(message);
        this.element = element;
        this.mirror = Optional.of(mark.mirror());
    }

    /** Where it is. */
    public Element element() {
        return element;
    }

    /** The annotation, if it is one's. */
    public Optional<AnnotationMirror> mirror() {
        return mirror;
    }
}
