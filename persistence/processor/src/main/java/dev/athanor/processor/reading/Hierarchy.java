// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor.reading;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/**
 * An entity and the classes it inherits attributes from.
 *
 * @param levels entities and mapped superclasses, from the top to the entity itself
 */
public record Hierarchy(List<TypeElement> levels) {
    /** Keeps a copy. */
    public Hierarchy {
        levels = List.copyOf(levels);
    }

    /** The entity. */
    public TypeElement entity() {
        return levels.get(levels.size() - 1);
    }

    /** The entity at the top. */
    public TypeElement root() {
        return entities().get(0);
    }

    /** The entities, from the top on. */
    public List<TypeElement> entities() {
        return levels.stream().filter(level -> Marks.of(level).has("Entity")).toList();
    }

    /** The entity whose table has what a class declares: itself, or the first below it. */
    public TypeElement owner(TypeElement level) {
        return levels.subList(levels.indexOf(level), levels.size()).stream()
                .filter(below -> Marks.of(below).has("Entity"))
                .findFirst()
                .orElse(entity());
    }

    /** How the entities are kept: as the root says. */
    public Inheritance inheritance() {
        if (entities().size() == 1) {
            return Inheritance.NONE;
        }
        Optional<String> strategy = Marks.of(root()).jpa("Inheritance").flatMap(mark -> mark.constant("strategy"));
        return strategy.map(Inheritance::valueOf).orElse(Inheritance.SINGLE_TABLE);
    }

    /** How entities of several classes are kept. */
    public enum Inheritance {
        NONE,
        SINGLE_TABLE,
        JOINED,
        TABLE_PER_CLASS
    }
}
