// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor.reading;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * An annotation and what is written in it; what is left to its default is not there.
 *
 * @param mirror the annotation
 * @param values what is written
 */
public record Mark(AnnotationMirror mirror, Map<String, Object> values) {
    static Mark of(AnnotationMirror mirror) {
        return new Mark(
                mirror,
                mirror.getElementValues().entrySet().stream()
                        .collect(Collectors.toUnmodifiableMap(
                                value -> value.getKey().getSimpleName().toString(),
                                value -> value.getValue().getValue())));
    }

    /** The full name of the annotation. */
    public String name() {
        return mirror.getAnnotationType().toString();
    }

    /** A text that is not empty. */
    public Optional<String> text(String name) {
        return value(name, String.class).filter(text -> !text.isEmpty());
    }

    /** Whether something is written to be so. */
    public boolean is(String name) {
        return value(name, Boolean.class).orElse(false);
    }

    /** What is written to be so, or not to be so. */
    public Optional<Boolean> truth(String name) {
        return value(name, Boolean.class);
    }

    /** The name of a constant. */
    public Optional<String> constant(String name) {
        return value(name, VariableElement.class)
                .map(constant -> constant.getSimpleName().toString());
    }

    /** A class, where {@code void} stands for none. */
    public Optional<TypeMirror> type(String name) {
        if ("<error>".equals(values.get(name))) {
            throw new Unresolved(name);
        }
        return value(name, TypeMirror.class).filter(type -> type.getKind() != TypeKind.VOID);
    }

    /** An annotation in this. */
    public Optional<Mark> mark(String name) {
        return value(name, AnnotationMirror.class).map(Mark::of);
    }

    /** Annotations in this. */
    public List<Mark> marks(String name) {
        return value(name, List.class).stream()
                .flatMap(list -> ((List<?>) list).stream())
                .map(value -> Mark.of((AnnotationMirror) ((AnnotationValue) value).getValue()))
                .toList();
    }

    private <T> Optional<T> value(String name, Class<T> type) {
        return Optional.ofNullable(values.get(name)).filter(type::isInstance).map(type::cast);
    }
}
