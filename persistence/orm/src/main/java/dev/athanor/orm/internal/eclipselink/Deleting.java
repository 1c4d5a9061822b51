// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.EntityFilter;
import dev.athanor.orm.EntityState;
import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.sql.tree.Join;
import dev.athanor.sql.tree.Source;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;

/**
 * Deletes entities, restores them, and deletes them for good, with what their relations cascade to. For one use by one
 * thread.
 */
final class Deleting {
    private static final String ALIAS = "t";

    private final EntityManager entities;
    private final UnitOfWorkImpl unit;
    private final SessionContext context;
    private final Clock clock;
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    Deleting(EntityManager entities, UnitOfWorkImpl unit, Clock clock) {
        this.entities = entities;
        this.unit = unit;
        this.context = SessionContext.of(unit);
        this.clock = clock;
    }

    /** Those whose rows stay are marked; what belongs to them and is not to be marked stays with them. */
    void delete(Object entity) {
        Optional<SoftDeletion> deletion = deletion(entity);
        if (deletion.isEmpty() || new States(unit).of(entity) == EntityState.PENDING) {
            entities.remove(entity);
            return;
        }
        checkThere(entity);
        mark(entity, deletion.get(), deletion.get().deletedNow(clock));
    }

    private void mark(Object entity, SoftDeletion deletion, Object mark) {
        if (!seen.add(entity) || deletion.isDeleted(entity)) {
            return;
        }
        deletion.set(entity, mark);
        for (ForeignReferenceMapping relation : cascading(entity)) {
            for (Object target : targets(relation, entity)) {
                deletion(target)
                        .ifPresent(theirs -> mark(
                                target,
                                theirs,
                                mark.getClass() == theirs.deletedNow(clock).getClass()
                                        ? mark
                                        : theirs.deletedNow(clock)));
            }
        }
    }

    private Optional<SoftDeletion> deletion(Object entity) {
        ClassDescriptor descriptor = unit.getDescriptor(entity);
        return descriptor == null ? Optional.empty() : context.mapped().uses().softDeletion(descriptor);
    }

    private void checkThere(Object entity) {
        if (!entities.contains(entity)) {
            throw new OrmException(
                    OrmError.NOT_IN_SESSION,
                    "an entity of " + entity.getClass().getName() + " is not in the session; add, merge or read it");
        }
    }

    /** With what was deleted together with it. */
    void restore(Object entity) {
        SoftDeletion deletion = deletion(entity)
                .orElseThrow(() -> new OrmException(
                        OrmError.NOT_RESTORABLE,
                        "entities of " + entity.getClass().getName()
                                + " cannot be restored; no attribute of theirs has @SoftDelete"));
        checkThere(entity);
        unmark(entity, deletion);
    }

    private void unmark(Object entity, SoftDeletion deletion) {
        if (!seen.add(entity) || !deletion.isDeleted(entity)) {
            return;
        }
        Object mark = Objects.requireNonNull(deletion.mark(entity));
        deletion.restore(entity);
        Predicate<Object> together = target -> deletion(target)
                .filter(theirs -> mark.equals(theirs.mark(target)))
                .isPresent();
        for (ForeignReferenceMapping relation : cascading(entity)) {
            targets(relation, entity).stream()
                    .filter(together)
                    .forEach(target -> unmark(target, deletion(target).orElseThrow()));
        }
    }

    /** With what belongs to it, whether deleted before or not. */
    void purge(Object entity) {
        if (!seen.add(entity)) {
            return;
        }
        for (ForeignReferenceMapping relation : cascading(entity)) {
            targets(relation, entity).forEach(this::purge);
        }
        entities.remove(entity);
    }

    private List<ForeignReferenceMapping> cascading(Object entity) {
        return unit.getDescriptor(entity).getMappings().stream()
                .filter(ForeignReferenceMapping.class::isInstance)
                .map(ForeignReferenceMapping.class::cast)
                .filter(relation -> relation.isCascadeRemove()
                        && relation.getReferenceDescriptor() != null
                        && !relation.getReferenceDescriptor().isAggregateCollectionDescriptor())
                .toList();
    }

    /** What a relation leads to in the database, whether it lives or not. */
    private List<Object> targets(ForeignReferenceMapping relation, Object entity) {
        Belonging belonging = Belonging.of(relation);
        EntityPlan plan = context.mapped().plan(relation.getReferenceDescriptor());
        Source source = plan.source(ALIAS);
        List<Object> key = new ArrayList<>();
        belonging.own().forEach(field -> Optional.ofNullable(unit.getDescriptor(entity)
                        .getObjectBuilder()
                        .extractValueFromObjectForField(entity, field, unit))
                .ifPresent(key::add));
        if (key.size() < belonging.own().size()) {
            return List.of();
        }
        EntitySelection selection = new EntitySelection(plan, source);
        belonging
                .between()
                .ifPresent(link -> selection.join(new Join(
                        Join.Kind.INNER,
                        link.source(),
                        Clauses.all(belonging.linked(field -> plan.column(source, field))))));
        selection.where(Among.of(
                belonging.theirs().stream()
                        .map(field -> belonging.column(own -> plan.column(source, own), field))
                        .toList(),
                List.of(key)));
        EntityCommand command = selection.command();
        List<Object> targets = new ArrayList<>();
        context.with(context.filters().without(Set.of(EntityFilter.LIVING)), () -> {
            new EntityReading(unit, context.mapped(), plan)
                    .each(context.compiled(command.command()), command.positions(), 0, (target, values) -> {
                        if (target != null) {
                            targets.add(target);
                        }
                    });
            return true;
        });
        return targets;
    }
}
