// SPDX-License-Identifier: Apache-2.0
package dev.athanor.project;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The diagram of the domain's entities on its page is the one that the entities make. */
class DomainDiagramTest {
    private static final Path PAGE = Path.of(Objects.requireNonNull(System.getProperty("athanor.project")))
            .resolve("docs/domain.md");

    @Test
    void thePageHasTheDiagramOfTheEntities() throws IOException {
        List<Class<?>> entities = new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests()).importPackages("dev.athanor.domain").stream()
                        .filter(type -> type.isAnnotatedWith(Entity.class))
                        .sorted(Comparator.comparing(JavaClass::getName))
                        .<Class<?>>map(JavaClass::reflect)
                        .toList();
        String diagram = Stream.of(
                        Stream.of("```mermaid", "classDiagram"),
                        contexts(entities),
                        entities.stream().flatMap(DomainDiagramTest::lines),
                        Stream.of("```"))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));

        assertThat(Files.readString(PAGE)).contains(diagram);
    }

    private static Stream<String> contexts(List<Class<?>> entities) {
        Map<String, List<String>> contexts = entities.stream()
                .collect(Collectors.groupingBy(
                        DomainDiagramTest::context,
                        TreeMap::new,
                        Collectors.mapping(entity -> entity.getSimpleName(), Collectors.toList())));
        return contexts.entrySet().stream().flatMap(context -> Stream.of(
                        Stream.of("  namespace " + context.getKey() + " {"),
                        context.getValue().stream().map(name -> "    class " + name),
                        Stream.of("  }"))
                .flatMap(lines -> lines));
    }

    private static String context(Class<?> entity) {
        String name = entity.getPackageName();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static Stream<String> lines(Class<?> entity) {
        Class<?> above = entity.getSuperclass();
        return Stream.concat(
                above.isAnnotationPresent(Entity.class)
                        ? Stream.of("  " + entity.getSimpleName() + " --|> " + above.getSimpleName())
                        : Stream.empty(),
                Arrays.stream(entity.getDeclaredFields())
                        .map(field -> line(entity, field))
                        .flatMap(Optional::stream));
    }

    /** Of the side that owns a relation. */
    private static Optional<String> line(Class<?> entity, Field field) {
        ManyToOne toOne = field.getAnnotation(ManyToOne.class);
        if (toOne != null) {
            return Optional.of(line(entity, "*", toOne.optional() ? "0..1" : "1", field.getType(), field));
        }
        OneToOne one = field.getAnnotation(OneToOne.class);
        if (one != null && one.mappedBy().isEmpty()) {
            return Optional.of(line(entity, "0..1", one.optional() ? "0..1" : "1", field.getType(), field));
        }
        ManyToMany many = field.getAnnotation(ManyToMany.class);
        if (many != null && many.mappedBy().isEmpty()) {
            return Optional.of(line(entity, "*", "*", element(field), field));
        }
        return Optional.empty();
    }

    private static Class<?> element(Field field) {
        return (Class<?>) ((ParameterizedType) field.getGenericType()).getActualTypeArguments()[0];
    }

    private static String line(Class<?> from, String howMany, String ofWhich, Class<?> to, Field field) {
        return "  %s \"%s\" --> \"%s\" %s : %s"
                .formatted(from.getSimpleName(), howMany, ofWhich, to.getSimpleName(), field.getName());
    }
}
