// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.model;

import dev.athanor.annotations.Check;
import dev.athanor.annotations.Comment;
import dev.athanor.annotations.ComputedColumn;
import dev.athanor.annotations.DefaultValue;
import dev.athanor.annotations.OnDelete;
import dev.athanor.annotations.TableIndex;
import dev.athanor.migrations.schema.Column;
import dev.athanor.migrations.schema.Constraint;
import dev.athanor.migrations.schema.ForeignKey;
import dev.athanor.migrations.schema.Identifiers;
import dev.athanor.migrations.schema.Identity;
import dev.athanor.migrations.schema.Index;
import dev.athanor.migrations.schema.PrimaryKey;
import dev.athanor.migrations.schema.QualifiedName;
import dev.athanor.migrations.schema.ReferenceAction;
import dev.athanor.migrations.schema.Table;
import dev.athanor.migrations.schema.UniqueKey;
import dev.athanor.orm.mapping.MappedColumn;
import dev.athanor.orm.mapping.MappedIndex;
import dev.athanor.orm.mapping.MappedReference;
import dev.athanor.orm.mapping.MappedTable;
import dev.athanor.orm.mapping.TableName;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Makes a table of what is mapped to it, and of what annotations say. For one use by one thread. */
final class ModelTable {
    private static final Pattern ORDERED = Pattern.compile("(?i)(.*?)\\s+((?:asc|desc).*)");
    private static final Pattern ACTION =
            Pattern.compile("(?i)on\\s+(delete|update)\\s+(cascade|set\\s+null|set\\s+default|restrict|no\\s+action)");
    private static final Pattern NAMED = Pattern.compile("([a-zA-Z_]\\w*)(?:\\s|\\(|$)");

    private final MappedTable mapped;
    private final QualifiedName name;
    private final Naming naming;
    private final Function<TableName, QualifiedName> names;
    private final List<AnnotatedElement> sources;

    private final List<Column> columns = new ArrayList<>();
    private final List<Constraint> constraints = new ArrayList<>();
    private final List<Index> indexes = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();

    ModelTable(
            MappedTable mapped,
            QualifiedName name,
            Naming naming,
            Function<TableName, QualifiedName> names,
            Set<Class<?>> entities) {
        this.mapped = mapped;
        this.name = name;
        this.naming = naming;
        this.names = names;
        this.sources = mapped.entities().isEmpty()
                ? mapped.sources().stream()
                        .filter(source -> !(source instanceof Class<?>))
                        .toList()
                : mapped.entities().stream()
                        .flatMap(entity -> withSuperclasses(entity, entities))
                        .distinct()
                        .map(AnnotatedElement.class::cast)
                        .toList();
        mapped.columns().forEach(column -> columns.add(column(column)));
        keys();
        references();
        checks();
        indexes();
        mapped.entities().forEach(entity -> computed(entity, entities));
    }

    /** An entity, and what it has from classes above that are no entities. */
    private static Stream<Class<?>> withSuperclasses(Class<?> entity, Set<Class<?>> entities) {
        return Stream.<Class<?>>iterate(
                entity,
                type -> type != null && type != Object.class && (type == entity || !entities.contains(type)),
                Class::getSuperclass);
    }

    private Column column(MappedColumn mappedColumn) {
        Column column = Column.of(mappedColumn.name(), mappedColumn.type()).withNullable(mappedColumn.nullable());
        if (mappedColumn.identity()) {
            column = column.numbering(Identity.byDefault(mappedColumn.type()));
        }
        AnnotatedElement attribute = mappedColumn
                .attribute()
                .filter(element -> !mapped.sources().contains(element))
                .orElse(null);
        if (attribute == null) {
            return column;
        }
        if (attribute.isAnnotationPresent(DefaultValue.class)) {
            column = column.withDefault(
                    attribute.getAnnotation(DefaultValue.class).value());
        }
        if (attribute.isAnnotationPresent(ComputedColumn.class)) {
            column = column.generatedAs(
                    attribute.getAnnotation(ComputedColumn.class).value());
        }
        for (Check check : attribute.getAnnotationsByType(Check.class)) {
            add(check, List.of(mappedColumn.name()));
        }
        return attribute.isAnnotationPresent(Comment.class)
                ? column.withComment(attribute.getAnnotation(Comment.class).value())
                : column;
    }

    private void keys() {
        if (!mapped.key().isEmpty()) {
            constraints.add(
                    PrimaryKey.of(free(Naming.name(naming.primaryKey(), name.name(), mapped.key())), mapped.key()));
        }
        mapped.uniqueKeys().forEach(key -> unique(key.name(), key.columns()));
        mapped.columns().stream()
                .filter(column -> column.unique() && !mapped.key().equals(List.of(column.name())))
                .forEach(column -> unique(Optional.empty(), List.of(column.name())));
    }

    private void unique(Optional<String> said, List<String> of) {
        boolean known = constraints.stream()
                .anyMatch(constraint ->
                        constraint instanceof UniqueKey && constraint.columns().equals(of));
        if (!known) {
            constraints.add(
                    UniqueKey.of(free(said.orElseGet(() -> Naming.name(naming.uniqueKey(), name.name(), of))), of));
        }
    }

    /** PostgreSQL refers to keys only. */
    void referredTo(List<String> of) {
        boolean known = constraints.stream()
                .anyMatch(constraint -> (constraint instanceof PrimaryKey || constraint instanceof UniqueKey)
                        && Set.copyOf(constraint.columns()).equals(Set.copyOf(of)));
        if (!known) {
            unique(Optional.empty(), of);
        }
    }

    private void references() {
        for (MappedReference reference : mapped.references()) {
            ForeignKey key = ForeignKey.of(
                    free(reference
                            .name()
                            .orElseGet(() -> Naming.name(naming.foreignKey(), name.name(), reference.columns()))),
                    reference.columns(),
                    names.apply(reference.target()),
                    reference.targetColumns());
            constraints.add(new ForeignKey(
                    key.name(),
                    key.columns(),
                    key.target(),
                    key.targetColumns(),
                    onDelete(reference),
                    action(reference.actions(), "update").orElse(ReferenceAction.NO_ACTION),
                    key.matchFull(),
                    key.deferral(),
                    true));
        }
    }

    private static ReferenceAction onDelete(MappedReference reference) {
        return reference.sources().stream()
                .flatMap(source -> Stream.ofNullable(source.getAnnotation(OnDelete.class)))
                .map(said -> ReferenceAction.valueOf(said.value().name()))
                .findFirst()
                .or(() -> action(reference.actions(), "delete"))
                .orElse(ReferenceAction.NO_ACTION);
    }

    private static Optional<ReferenceAction> action(String said, String of) {
        Matcher actions = ACTION.matcher(said);
        while (actions.find()) {
            if (actions.group(1).equalsIgnoreCase(of)) {
                return Optional.of(ReferenceAction.valueOf(
                        actions.group(2).toUpperCase(Locale.ROOT).replaceAll("\\s+", "_")));
            }
        }
        return Optional.empty();
    }

    private void checks() {
        sources.stream()
                .flatMap(source -> Stream.of(source.getAnnotationsByType(Check.class)))
                .forEach(check -> add(check, List.of()));
    }

    private void add(Check check, List<String> of) {
        String made = check.name().isEmpty() ? Naming.name(naming.check(), name.name(), of) : check.name();
        constraints.add(dev.athanor.migrations.schema.Check.of(free(made), check.value()));
    }

    private void indexes() {
        mapped.indexes().forEach(index -> index(index, false));
        mapped.uniqueIndexes().forEach(index -> index(index, true));
        sources.stream()
                .flatMap(source -> Stream.of(source.getAnnotationsByType(TableIndex.class)))
                .forEach(this::index);
    }

    private void index(MappedIndex index, boolean unique) {
        List<String> of = index.columns().stream()
                .map(part -> ORDERED.matcher(part).replaceFirst("$1"))
                .toList();
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < of.size(); i++) {
            Matcher ordered = ORDERED.matcher(index.columns().get(i));
            parts.add(Identifiers.quoted(of.get(i)) + (ordered.matches() ? " " + ordered.group(2) : ""));
        }
        indexes.add(Index.of(
                free(index.name().orElseGet(() -> Naming.name(naming.index(), name.name(), of))), parts, unique));
    }

    private void index(TableIndex said) {
        List<String> parts = List.of(said.value());
        List<String> of = Stream.of(said.value()).map(ModelTable::shortName).toList();
        indexes.add(new Index(
                free(said.name().isEmpty() ? Naming.name(naming.index(), name.name(), of) : said.name()),
                parts,
                said.method(),
                said.unique(),
                said.nullsDistinct(),
                List.of(said.include()),
                said.where().isEmpty() ? Optional.empty() : Optional.of(said.where())));
    }

    /** A column's name, or that of a function. */
    private static String shortName(String part) {
        Matcher named = NAMED.matcher(part);
        return named.lookingAt() ? named.group(1).toLowerCase(Locale.ROOT) : "expr";
    }

    /**
     * A stored hybrid is a column, an indexed one an index; those of a class above that has its own table are there.
     */
    private void computed(Class<?> entity, Set<Class<?>> entities) {
        Set<HybridColumns.HybridColumn> above = new HashSet<>();
        if (mapped.references().stream()
                .anyMatch(reference -> reference.sources().contains(entity))) {
            for (Class<?> type = entity.getSuperclass(); type != null; type = type.getSuperclass()) {
                above.addAll(entities.contains(type) ? HybridColumns.of(type) : List.of());
            }
        }
        HybridColumns.of(entity).forEach(hybrid -> {
            if (above.contains(hybrid)) {
                return;
            }
            if (hybrid.stored()) {
                if (columns.stream().noneMatch(column -> column.name().equals(hybrid.name()))) {
                    columns.add(Column.of(hybrid.name(), hybrid.type()).generatedAs(hybrid.sql()));
                }
            } else {
                String made = Naming.name(naming.index(), name.name(), List.of(hybrid.name()));
                if (indexes.stream().noneMatch(index -> index.name().equals(made))) {
                    indexes.add(Index.of(free(made), List.of("(" + hybrid.sql() + ")"), false));
                }
            }
        });
    }

    /** A name that nothing of this table has. */
    private String free(String wanted) {
        String free = wanted;
        for (int number = 1; !taken.add(free); number++) {
            free = wanted + number;
        }
        return free;
    }

    List<ForeignKey> foreignKeys() {
        return constraints.stream()
                .filter(ForeignKey.class::isInstance)
                .map(ForeignKey.class::cast)
                .toList();
    }

    Table made() {
        Optional<String> comment = sources.stream()
                .flatMap(source -> Stream.ofNullable(source.getAnnotation(Comment.class)))
                .map(Comment::value)
                .findFirst();
        return new Table(name, columns, constraints, indexes, comment, mapped.rows());
    }
}
