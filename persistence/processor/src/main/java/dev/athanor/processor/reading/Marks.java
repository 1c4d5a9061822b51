// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;

/**
 * The annotations of a class or an attribute.
 *
 * @param all in the order in which they are written
 */
public record Marks(List<Mark> all) {
    static final String JPA = "jakarta.persistence.";
    private static final String OWN = "dev.athanor.annotations.";

    /** Keeps a copy. */
    public Marks {
        all = List.copyOf(all);
    }

    /** Those of an element. */
    public static Marks of(Element element) {
        return new Marks(
                element.getAnnotationMirrors().stream().<Mark>map(Mark::of).toList());
    }

    /** One of JPA's. */
    public Optional<Mark> jpa(String name) {
        return find(JPA + name);
    }

    /** One of this toolkit's. */
    public Optional<Mark> own(String name) {
        return find(OWN + name);
    }

    /** Whether there is one of JPA's. */
    public boolean has(String name) {
        return jpa(name).isPresent();
    }

    /** Whether there is any of JPA's of these. */
    public boolean hasAny(String... names) {
        return List.of(names).stream().anyMatch(this::has);
    }

    /** Those that can be repeated: by themselves, or within another. */
    public List<Mark> repeated(String name) {
        return repeated(name, name + "s");
    }

    /** Those that can be repeated: by themselves, or within another of this name. */
    public List<Mark> repeated(String name, String container) {
        List<Mark> found = new ArrayList<>();
        jpa(name).ifPresent(found::add);
        jpa(container).ifPresent(several -> found.addAll(several.marks("value")));
        return found;
    }

    /** Whether Bean Validation keeps it from being null. */
    public boolean notNull() {
        return find("jakarta.validation.constraints.NotNull").isPresent()
                || find("jakarta.validation.constraints.NotBlank").isPresent()
                || find("jakarta.validation.constraints.NotEmpty").isPresent();
    }

    boolean mapped() {
        return all.stream()
                .anyMatch(mark -> mark.name().startsWith(JPA)
                        && !mark.name().equals(JPA + "Transient")
                        && !mark.name().startsWith(JPA + "P")
                        && !mark.name().startsWith(JPA + "Access"));
    }

    private Optional<Mark> find(String name) {
        return all.stream().filter(mark -> mark.name().equals(name)).findFirst();
    }
}
