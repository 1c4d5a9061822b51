// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.sql.Compiled;
import dev.athanor.sql.SqlException;
import dev.athanor.sql.SqlTypes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.persistence.internal.sessions.EmptyRecord;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.CollectionMapping;
import org.eclipse.persistence.mappings.DirectCollectionMapping;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.jspecify.annotations.Nullable;

/** Reads entities with what joined relations lead to, and gives these to them. For one use by one thread. */
final class JoinedReading {
    private final UnitOfWorkImpl unit;
    private final MappedUnit mapped;
    private final List<JoinedRelation> relations;
    private final JoinedCommand.Made made;
    private final List<EntityRows> readers = new ArrayList<>();
    private final List<List<EntityRows.Row>> rows = new ArrayList<>();
    private final List<List<@Nullable Object>> entities = new ArrayList<>();
    private Optional<PartialEntities> partial = Optional.empty();
    private boolean refreshes;
    private final List<@Nullable Object> numbers = new ArrayList<>();

    JoinedReading(UnitOfWorkImpl unit, MappedUnit mapped, List<JoinedRelation> relations, JoinedCommand.Made made) {
        this.unit = unit;
        this.mapped = mapped;
        this.relations = relations;
        this.made = made;
    }

    /** The entities of the statement, each as often as it has given them. */
    List<@Nullable Object> all(Compiled compiled, boolean refresh, Optional<PartialEntities> part) {
        partial = part;
        refreshes = refresh;
        EntityQuery query = query(0, new StatementCall(compiled, 0, 0));
        if (refresh) {
            query.refreshIdentityMapResult();
        }
        try (Cursor cursor =
                Failures.translated(() -> (Cursor) unit.executeQuery(query, EmptyRecord.getEmptyRecord()))) {
            open(query, cursor);
            read(cursor);
        } catch (SQLException e) {
            throw SqlException.of(e, compiled.sql());
        }
        Failures.translated(this::make);
        for (int place = 1; place < readers.size(); place++) {
            fill(place);
        }
        unit.executeDeferredEvents();
        return first();
    }

    private EntityQuery query(int place, StatementCall call) {
        EntityPlan plan = Objects.requireNonNull(made.read().get(place).plan(), "plan");
        EntityQuery query = new EntityQuery(plan.descriptor(), call);
        attributes(place).ifPresent(wanted -> query.setFetchGroup(wanted.group()));
        if (plan.descriptor().isAggregateCollectionDescriptor()) {
            query.dontMaintainCache();
        }
        return query;
    }

    /** Which attributes are read of the entities at a place. */
    private Optional<PartialEntities> attributes(int place) {
        return place == 0 ? partial : relations.get(place - 1).attributes();
    }

    private void open(EntityQuery first, Cursor cursor) throws SQLException {
        for (int place = 0; place < made.read().size(); place++) {
            rows.add(new ArrayList<>());
            entities.add(new ArrayList<>());
            readers.add(reader(place, first, cursor));
        }
    }

    private EntityRows reader(int place, EntityQuery first, Cursor cursor) throws SQLException {
        JoinedCommand.Read read = made.read().get(place);
        EntityPlan plan = read.plan();
        if (plan == null) {
            DirectCollectionMapping values =
                    (DirectCollectionMapping) relations.get(place - 1).mapping();
            return new ValueRows(values, read.others(), cursor, unit);
        }
        EntityQuery query = place == 0 ? first : query(place, first.call());
        boolean values = plan.descriptor().isAggregateCollectionDescriptor();
        query.setSession(values ? unit.getParent() : unit);
        query.setTranslationRow(EmptyRecord.getEmptyRecord());
        query.setExecutionTime(first.getExecutionTime());
        return plan.rows(query, read.positions(), read.others(), cursor);
    }

    private void read(Cursor cursor) throws SQLException {
        ResultSet result = cursor.rows();
        while (result.next()) {
            numbers.add(made.row() == 0 ? null : SqlTypes.BIGINT.read(result, made.row()));
            for (int place = 0; place < readers.size(); place++) {
                rows.get(place).add(readers.get(place).read(result));
            }
        }
    }

    /** What relations lead to first: what is mapped as eager finds it in the unit of work then. */
    private void make() {
        for (int place = readers.size() - 1; place >= 0; place--) {
            EntityPlan plan = made.read().get(place).plan();
            int at = place;
            List<EntityRows.Row> there =
                    rows.get(place).stream().filter(row -> isThere(at, row)).toList();
            if (plan == null) {
                rows.get(place).forEach(row -> entities.get(at).add(row.entity()));
                continue;
            }
            EagerRelations eager = new EagerRelations(unit, mapped, plan).of(attributes(at));
            eager.load(there);
            for (EntityRows.Row row : rows.get(place)) {
                entities.get(place).add(isThere(place, row) ? eager.entity(row, refreshes && at == 0) : null);
            }
            eager.done();
        }
    }

    private boolean isThere(int place, EntityRows.Row row) {
        return place == 0
                || made.read().get(place).plan() == null
                || row.values().get(JoinedCommand.THERE) != null;
    }

    /** Gives the owners of a relation what it leads to. */
    private void fill(int place) {
        JoinedRelation relation = relations.get(place - 1);
        IdentityHashMap<Object, Way> known = new IdentityHashMap<>();
        IdentityHashMap<Object, Contents> byOwner = new IdentityHashMap<>();
        List<Object> owners = new ArrayList<>();
        Set<Way> seen = new HashSet<>();
        boolean repeated = isRepeated(place);
        for (int i = 0; i < numbers.size(); i++) {
            Object owner = entities.get(relation.owner()).get(i);
            if (owner == null) {
                continue;
            }
            Way way = way(relation.owner(), i);
            Contents found = byOwner.computeIfAbsent(owner, first -> new Contents());
            if (known.putIfAbsent(owner, way) == null) {
                owners.add(owner);
            }
            Object target = entities.get(place).get(i);
            if (target != null
                    && way.equals(known.get(owner))
                    && (!repeated || seen.add(way.to(same(place, i), values(place, i))))) {
                found.add(target, rows.get(place).get(i).values());
            }
        }
        give(relation, owners, byOwner);
    }

    private void give(JoinedRelation relation, List<Object> owners, IdentityHashMap<Object, Contents> contents) {
        if (relation.mapping() instanceof CollectionMapping many) {
            MapKeys.bring(many, contents.values(), unit, mapped);
        }
        List<LazyValue> parts = new ArrayList<>();
        for (Object owner : owners) {
            ForeignReferenceMapping mapping = relation.of(owner, unit);
            Contents found = contents.get(owner);
            if (mapping == null || found == null) {
                continue;
            }
            LazyValue.reopen(unit, new RelationPlace(mapping, List.of()), owner);
            LazyValue.of(unit, mapping, owner)
                    .filter(value -> !relation.isContained()
                            || mapping.isCollectionMapping()
                            || found.first().isPresent())
                    .ifPresent(value -> {
                        found.giveTo(value, mapping, relation.isContained(), unit);
                        parts.add(value);
                    });
        }
        if (relation.isContained() || SessionContext.of(unit).hides(relation.mapping())) {
            Parts.keepFromSharedCache(unit, parts);
        }
    }

    /** Whether another relation, that is not on the way to this, has more rows for each of its. */
    private boolean isRepeated(int place) {
        Set<Integer> onTheWay = new HashSet<>();
        for (int at = place; at > 0; at = relations.get(at - 1).owner()) {
            onTheWay.add(at);
        }
        for (int other = 1; other <= relations.size(); other++) {
            if (!onTheWay.contains(other) && relations.get(other - 1).multiplies()) {
                return true;
            }
        }
        return false;
    }

    /** The entity that a row has; null for what has no identity. */
    private @Nullable Object same(int place, int row) {
        return isEntity(place) ? entities.get(place).get(row) : null;
    }

    private boolean isEntity(int place) {
        EntityPlan plan = made.read().get(place).plan();
        return plan != null && !plan.descriptor().isAggregateCollectionDescriptor();
    }

    /** What else tells the target of a row from others of the same owner. */
    private List<@Nullable Object> values(int place, int row) {
        JoinedCommand.Read read = made.read().get(place);
        EntityRows.Row found = rows.get(place).get(row);
        List<@Nullable Object> values = new ArrayList<>();
        read.others().forEach(other -> values.add(found.values().get(other.field())));
        for (int i = 0; !isEntity(place) && i < read.positions().size(); i++) {
            values.add(found.value(i));
        }
        return values;
    }

    /** How an entity was come to: by the row of the first statement, and the entities between. */
    private Way way(int place, int row) {
        List<@Nullable Object> steps = new ArrayList<>();
        for (int at = place; at > 0; at = relations.get(at - 1).owner()) {
            steps.add(entities.get(at).get(row));
        }
        Object number = numbers.get(row);
        if (number == null) {
            steps.add(entities.get(0).get(row));
        }
        return new Way(steps, number == null ? List.of() : List.of(number));
    }

    /** The entities of the first statement's rows. */
    private List<@Nullable Object> first() {
        if (relations.stream().noneMatch(JoinedRelation::multiplies)) {
            return entities.get(0);
        }
        Set<Way> seen = new HashSet<>();
        List<@Nullable Object> first = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            if (seen.add(way(0, i))) {
                first.add(entities.get(0).get(i));
            }
        }
        return first;
    }

    /** Some entities, compared as objects, and other values, compared as they say. */
    private static final class Way {
        private final List<@Nullable Object> entities;
        private final List<@Nullable Object> values;

        Way(List<@Nullable Object> entities, List<@Nullable Object> values) {
            this.entities = entities;
            this.values = values;
        }

        Way to(@Nullable Object target, List<@Nullable Object> others) {
            List<@Nullable Object> longer = new ArrayList<>(entities);
            longer.add(target);
            List<@Nullable Object> all = new ArrayList<>(values);
            all.addAll(others);
            return new Way(longer, all);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Way way && values.equals(way.values) && isSame(way.entities);
        }

        private boolean isSame(List<@Nullable Object> others) {
            for (int i = 0; i < entities.size(); i++) {
                if (others.size() != entities.size() || entities.get(i) != others.get(i)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public int hashCode() {
            int hash = values.hashCode();
            for (Object entity : entities) {
                hash = 31 * hash + System.identityHashCode(entity);
            }
            return hash;
        }
    }
}
