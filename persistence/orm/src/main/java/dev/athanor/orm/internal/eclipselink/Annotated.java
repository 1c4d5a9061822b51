// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.persistence.mappings.DatabaseMapping;

/** The annotations of attributes, at their fields or the methods that read them; asked when a unit is first used. */
final class Annotated {
    private Annotated() {}

    static boolean has(DatabaseMapping mapping, Class<? extends Annotation> annotation) {
        String attribute = mapping.getAttributeName();
        return Stream.<Class<?>>iterate(
                        mapping.getDescriptor().getJavaClass(), type -> type != null, Class::getSuperclass)
                .flatMap(type -> Stream.<AnnotatedElement>concat(
                        Arrays.stream(type.getDeclaredFields())
                                .filter(field -> field.getName().equals(attribute)),
                        Arrays.stream(type.getDeclaredMethods())
                                .filter(method ->
                                        method.getParameterCount() == 0 && reads(method.getName(), attribute))))
                .anyMatch(element -> element.isAnnotationPresent(annotation));
    }

    private static boolean reads(String method, String attribute) {
        String end = attribute.substring(0, 1).toUpperCase(Locale.ROOT) + attribute.substring(1);
        return method.equals("get" + end) || method.equals("is" + end);
    }
}
