// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.openapi;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.athanor.web.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the resources of the application answer, as their annotations have it: {@code GET /api/articles/{slug}}. */
public final class ResourceMethods {
    private ResourceMethods() {}

    /** All of them. */
    public static Set<String> all() {
        return addresses(method -> true);
    }

    /** Those that are for users who are logged in. */
    public static Set<String> ofUsers() {
        return addresses(method -> method.isAnnotationPresent(RolesAllowed.class)
                || method.getDeclaringClass().isAnnotationPresent(RolesAllowed.class));
    }

    /** Those that not every user may ask for. */
    public static Set<String> ofRoles() {
        return addresses(method -> Stream.<AnnotatedElement>of(method, method.getDeclaringClass())
                .flatMap(element -> Stream.ofNullable(element.getAnnotation(RolesAllowed.class)))
                .findFirst()
                .filter(allowed -> !List.of(allowed.value()).contains(Roles.USER))
                .isPresent());
    }

    private static Set<String> addresses(Predicate<Method> wanted) {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.athanor.web").stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .map(JavaClass::reflect)
                        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                        .filter(wanted)
                        .flatMap(method -> httpMethod(method).map(http -> http + " " + path(method)).stream())
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Optional<String> httpMethod(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .flatMap(type -> Stream.ofNullable(type.getAnnotation(HttpMethod.class)))
                .map(HttpMethod::value)
                .findFirst();
    }

    private static String path(Method method) {
        String path = Stream.of(method.getDeclaringClass().getAnnotation(Path.class), method.getAnnotation(Path.class))
                .flatMap(Stream::ofNullable)
                .map(Path::value)
                .map(part -> part.replaceAll("^/|/$", ""))
                .collect(Collectors.joining("/", "/api/", ""));
        return path.replaceAll("\\{\\s*(\\w+)\\s*:(?:[^{}]|\\{[^}]*})*}", "{$1}");
    }
}
