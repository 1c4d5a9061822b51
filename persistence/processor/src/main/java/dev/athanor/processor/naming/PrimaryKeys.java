// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor.naming;

import dev.athanor.processor.reading.Attribute;
import dev.athanor.processor.reading.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;

/** The primary keys of entities, whose columns others are called by. */
final class PrimaryKeys {
    private final Compilation compilation;
    private final Relations relations;
    private final ForeignKeys foreignKeys;
    private final Overrides overrides;
    private final Map<TypeElement, List<KeyColumn>> known = new HashMap<>();
    private final Set<TypeElement> open = new HashSet<>();

    PrimaryKeys(Compilation compilation, Relations relations) {
        this.compilation = compilation;
        this.relations = relations;
        this.foreignKeys = new ForeignKeys(compilation, relations, this);
        this.overrides = new Overrides(compilation, relations, foreignKeys, this);
    }

    ForeignKeys foreignKeys() {
        return foreignKeys;
    }

    Overrides overrides() {
        return overrides;
    }

    /** The names of the columns. */
    List<String> names(TypeElement entity) {
        return of(entity).stream().map(KeyColumn::name).toList();
    }

    /** The columns of an entity's key. */
    List<KeyColumn> of(TypeElement entity) {
        List<KeyColumn> found = known.get(entity);
        if (found == null) {
            if (!open.add(entity)) {
                throw new Problem(entity, "the key of " + entity.getSimpleName() + " refers to itself");
            }
            found = read(entity);
            open.remove(entity);
            known.put(entity, found);
        }
        return found;
    }

    private List<KeyColumn> read(TypeElement entity) {
        Scope scope = new Scope("", overrides.ofKey(compilation.classes().hierarchy(entity)));
        List<KeyColumn> columns = new ArrayList<>();
        attributes(entity)
                .forEach(attribute -> columns.addAll(columns(attribute, scope).toList()));
        if (columns.isEmpty()) {
            throw new Problem(entity, "the entity " + entity.getSimpleName() + " has no key: write @Id or @EmbeddedId");
        }
        return columns.stream().distinct().toList();
    }

    /** The attributes that are an entity's key. */
    List<Attribute> attributes(TypeElement entity) {
        return compilation.classes().attributes(entity).stream()
                .filter(Attribute::id)
                .toList();
    }

    private Stream<KeyColumn> columns(Attribute attribute, Scope scope) {
        return switch (relations.kind(attribute)) {
            case TO_ONE ->
                foreignKeys.names(attribute).entrySet().stream().map(name -> {
                    String path = attribute.name() + "." + name.getKey();
                    return new KeyColumn(scope.path() + path, scope.name(path, name.getValue()));
                });
            case EMBEDDED -> {
                Scope inner = scope.embedded(attribute.name(), overrides.of(attribute));
                yield compilation.classes().attributes(relations.embeddable(attribute)).stream()
                        .flatMap(part -> columns(part, inner));
            }
            default ->
                Stream.of(new KeyColumn(
                        scope.path() + attribute.name(),
                        scope.name(
                                attribute.name(), Names.column(attribute.marks().jpa("Column"), attribute.name()))));
        };
    }
}
