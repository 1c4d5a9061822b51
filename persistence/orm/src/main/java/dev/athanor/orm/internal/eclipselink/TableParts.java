// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.mapping.MappedColumn;
import dev.athanor.orm.mapping.MappedIndex;
import dev.athanor.orm.mapping.MappedReference;
import dev.athanor.orm.mapping.MappedTable;
import dev.athanor.orm.mapping.TableName;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.helper.DatabaseTable;
import org.eclipse.persistence.tools.schemaframework.ForeignKeyConstraint;
import org.eclipse.persistence.tools.schemaframework.IndexDefinition;

/** Collects what a table has. For one use by one thread. */
final class TableParts {
    /** What EclipseLink calls indexes without a name. */
    private static final String UNNAMED = "INDEX_";

    private final DatabaseTable table;
    private final Map<String, MappedColumn> columns = new LinkedHashMap<>();
    private final Map<String, Borrowed> borrowed = new LinkedHashMap<>();
    private final Set<String> order = new LinkedHashSet<>();
    private final Set<String> key = new LinkedHashSet<>();
    private final Map<Set<String>, MappedReference> references = new LinkedHashMap<>();
    private final Set<MappedIndex> uniqueKeys = new LinkedHashSet<>();
    private final Set<MappedIndex> indexes = new LinkedHashSet<>();
    private final Set<MappedIndex> uniqueIndexes = new LinkedHashSet<>();
    private final List<Class<?>> entities = new ArrayList<>();
    private final List<AnnotatedElement> sources = new ArrayList<>();
    private final Set<Map<String, String>> rows = new LinkedHashSet<>();

    TableParts(DatabaseTable table) {
        this.table = table;
    }

    TableName name() {
        return Names.name(table);
    }

    void entity(Class<?> entity) {
        entities.add(entity);
        source(entity);
    }

    void source(AnnotatedElement source) {
        if (!sources.contains(source)) {
            sources.add(source);
        }
    }

    /** What annotations say of it; several objects of EclipseLink's may be about the same. */
    void said(DatabaseTable same) {
        same.getUniqueConstraints()
                .forEach((name, all) -> all.forEach(names -> uniqueKeys.add(
                        new MappedIndex(Optional.ofNullable(name).filter(text -> !text.isEmpty()), folded(names)))));
        for (IndexDefinition index : same.getIndexes()) {
            Optional<String> name = Optional.of(index.getName())
                    .filter(text -> !text.startsWith(UNNAMED))
                    .map(TableParts::unquoted);
            (index.isUnique() ? uniqueIndexes : indexes).add(new MappedIndex(name, folded(index.getFields())));
        }
    }

    private static List<String> folded(List<String> names) {
        return names.stream().map(Names::folded).toList();
    }

    private static String unquoted(String name) {
        return Names.folded(name);
    }

    void row(Map<String, String> row) {
        rows.add(row);
    }

    void key(List<DatabaseField> fields) {
        fields.forEach(field -> key.add(Names.of(field)));
    }

    void column(DatabaseField field, String type, Traits traits) {
        String name = Names.of(field);
        order.add(name);
        MappedColumn known = columns.get(name);
        boolean nullable = traits.nullable() && (known == null || known.nullable());
        columns.put(
                name,
                new MappedColumn(
                        name,
                        known == null ? type : known.type(),
                        nullable,
                        field.isUnique() || (known != null && known.unique()),
                        traits.identity() || (known != null && known.identity()),
                        known == null ? traits.attribute() : known.attribute().or(traits::attribute)));
    }

    /** A column of the type of another. */
    void borrow(DatabaseField field, DatabaseField target, Traits traits) {
        String said = field.getColumnDefinition();
        if (said != null && !said.isBlank()) {
            column(field, said, traits);
            return;
        }
        order.add(Names.of(field));
        Borrowed known = borrowed.get(Names.of(field));
        if (known == null || (known.traits.nullable() && !traits.nullable())) {
            borrowed.put(Names.of(field), new Borrowed(field, target, traits));
        }
    }

    /** Looks up the types of such columns; whether one more is known. */
    boolean resolve(Map<TableName, TableParts> tables) {
        return borrowed.values().removeIf(column -> {
            TableParts other = tables.get(Names.name(column.target.getTable()));
            MappedColumn target = other == null ? null : other.columns.get(Names.of(column.target));
            if (target == null) {
                return false;
            }
            column(column.field, target.type(), column.traits);
            return true;
        });
    }

    /** Those that lead nowhere are texts, as EclipseLink takes them. */
    void resolveRest() {
        borrowed.values()
                .forEach(column ->
                        column(column.field, ColumnTypes.of(column.field, column.field.getType()), column.traits));
        borrowed.clear();
    }

    void reference(List<DatabaseField> own, List<DatabaseField> targets, boolean cascade, List<AnnotatedElement> from) {
        List<String> names = own.stream().map(Names::of).toList();
        Optional<ForeignKeyConstraint> said = said(names);
        if (said.filter(ForeignKeyConstraint::isDisableForeignKey).isPresent()) {
            return;
        }
        String definition = said.map(ForeignKeyConstraint::getForeignKeyDefinition)
                .filter(text -> !text.isBlank())
                .orElse(cascade ? "on delete cascade" : "");
        MappedReference reference = new MappedReference(
                said.map(ForeignKeyConstraint::getName)
                        .filter(name -> !name.isEmpty())
                        .map(TableParts::unquoted),
                names,
                Names.name(targets.get(0).getTable()),
                targets.stream().map(Names::of).toList(),
                definition,
                from);
        references.merge(Set.copyOf(names), reference, TableParts::both);
    }

    /** The two sides of a relation say the same columns; annotations may be at either. */
    private static MappedReference both(MappedReference one, MappedReference other) {
        List<AnnotatedElement> sources = new ArrayList<>(one.sources());
        sources.addAll(other.sources());
        return new MappedReference(
                one.name().or(other::name),
                one.columns(),
                one.target(),
                one.targetColumns(),
                one.actions().isEmpty() ? other.actions() : one.actions(),
                sources);
    }

    /** What {@code @ForeignKey} says of these columns; of a whole table, if it names none. */
    private Optional<ForeignKeyConstraint> said(List<String> names) {
        Predicate<ForeignKeyConstraint> exact =
                constraint -> Set.copyOf(folded(constraint.getSourceFields())).equals(Set.copyOf(names));
        List<ForeignKeyConstraint> all = table.hasForeignKeyConstraints()
                ? List.copyOf(table.getForeignKeyConstraints().values())
                : List.of();
        return all.stream().filter(exact).findFirst().or(() -> all.stream()
                .filter(constraint -> constraint.getSourceFields().isEmpty())
                .findFirst());
    }

    MappedTable made() {
        Set<String> names = new LinkedHashSet<>(key);
        names.addAll(order);
        List<MappedColumn> ordered = new ArrayList<>();
        names.forEach(name -> Optional.ofNullable(columns.get(name)).ifPresent(ordered::add));
        return new MappedTable(
                name(),
                ordered,
                List.copyOf(key),
                List.copyOf(references.values()),
                List.copyOf(uniqueKeys),
                List.copyOf(indexes),
                List.copyOf(uniqueIndexes),
                entities,
                sources,
                List.copyOf(rows));
    }

    boolean has(DatabaseField field) {
        return columns.containsKey(Names.of(field)) || borrowed.containsKey(Names.of(field));
    }

    /** What is known of a column besides its type. */
    record Traits(boolean nullable, boolean identity, Optional<AnnotatedElement> attribute) {
        static Traits of(boolean nullable) {
            return new Traits(nullable, false, Optional.empty());
        }
    }

    /** A column of the type of another. */
    private record Borrowed(DatabaseField field, DatabaseField target, Traits traits) {}
}
