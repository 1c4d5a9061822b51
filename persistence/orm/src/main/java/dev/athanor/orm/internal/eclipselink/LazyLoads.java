// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.FetchGroupManager;
import org.eclipse.persistence.internal.sessions.AbstractRecord;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.OneToOneMapping;
import org.jspecify.annotations.Nullable;

/**
 * Loads relations of the entities of a unit of work when they are used, by the same statements as options; those of
 * entities that have left it, or whose transaction has ended, it refuses to. For one thread at a time.
 */
final class LazyLoads {
    private final UnitOfWorkImpl unit;
    private final SessionContext context;
    private final List<LazyListener> listeners = new ArrayList<>();

    LazyLoads(UnitOfWorkImpl unit, SessionContext context) {
        this.unit = unit;
        this.context = context;
    }

    /** Those of a unit of work that a session works with. */
    static LazyLoads of(UnitOfWorkImpl unit) {
        return SessionContext.of(unit).lazyLoads();
    }

    /** Tells it of all relations that load from now on. */
    void listen(LazyListener listener) {
        listeners.add(listener);
    }

    /** Lets the relations of entities that were read load here, and not as EclipseLink would. */
    void adopt(Object entity) {
        each(entity, (place, bearer) -> LazyValue.of(unit, place, entity, bearer));
    }

    /** Lets the relations of an entity that EclipseLink has read refuse when those of others do. */
    void guard(Object entity) {
        if (unit.getCloneMapping().containsKey(entity) && !unit.isCloneNewObject(entity)) {
            each(entity, (place, bearer) -> LazyValue.guard(unit, place, entity, bearer));
        }
    }

    private void each(Object entity, BiConsumer<RelationPlace, Object> relation) {
        ClassDescriptor descriptor = unit.getDescriptor(entity);
        FetchGroupManager parts = descriptor.getFetchGroupManager();
        boolean partial = parts != null && parts.isPartialObject(entity);
        for (RelationPlace place : context.mapped().lazyRelations(descriptor)) {
            if (!partial || parts.isAttributeFetched(entity, place.root().getAttributeName())) {
                place.bearer(entity, unit).ifPresent(bearer -> relation.accept(place, bearer));
            }
        }
    }

    /**
     * Loads a relation; EclipseLink does if it has read the entity, or if sessions do not read relations of that kind.
     */
    void load(LazyValue value) {
        checkLoadable(value);
        if (value.isByEclipseLink() || !Belonging.isKnown(value.relation())) {
            value.loadByEclipseLink();
        } else if (value.relation() instanceof OneToOneMapping reference && Loading.isByKey(reference)) {
            loadReference(value, reference);
        } else {
            loadByStatement(value);
        }
        context.sides().loaded(value);
    }

    /** Loads a relation if no statement is needed for it. */
    boolean loadKnown(LazyValue value) {
        AbstractRecord row = value.row();
        if (row == null || !(value.relation() instanceof OneToOneMapping reference) || !Loading.isByKey(reference)) {
            return false;
        }
        Object key = ReferenceLoading.key(reference, row);
        Object known = key == null ? null : known(reference.getReferenceDescriptor(), key);
        if (known != null || ReferenceLoading.refersToNothing(reference, row)) {
            value.load(known);
        }
        return value.isInstantiated();
    }

    private void loadReference(LazyValue value, OneToOneMapping reference) {
        AbstractRecord row = value.row();
        Object key = row == null ? null : ReferenceLoading.key(reference, row);
        if (key != null) {
            Object known = known(reference.getReferenceDescriptor(), key);
            if (known == null) {
                loadByStatement(value);
            } else {
                value.load(known);
            }
        } else if (row != null && ReferenceLoading.refersToNothing(reference, row)) {
            value.loadNothing();
        } else {
            value.loadByEclipseLink();
        }
    }

    private @Nullable Object known(ClassDescriptor target, Object key) {
        return new KeyReading(unit, context.mapped(), context.mapped().plan(target)).known(key);
    }

    private void loadByStatement(LazyValue value) {
        listeners.forEach(
                listener -> listener.loading(value.entity(), value.relation().getAttributeName()));
        new Loading(unit, context.mapped()).select(value.relation(), List.of(value));
        if (!value.isInstantiated()) {
            value.loadNothing();
        }
    }

    private void checkLoadable(LazyValue value) {
        if (!unit.isActive()) {
            throw refused(value, "its session has ended");
        }
        if (!unit.getCloneMapping().containsKey(value.entity())) {
            throw refused(value, "the entity is not in the session any more");
        }
        if (value.isOfTransaction() && !context.isInTransaction()) {
            throw refused(value, "the transaction in which the entity was read has ended");
        }
    }

    private static OrmException refused(LazyValue value, String reason) {
        return new OrmException(OrmError.RELATION_NOT_LOADED, refusal(value, reason));
    }

    /** Why a relation is not loaded, and what to do. */
    static String refusal(LazyValue value, String reason) {
        return name(value) + " of the entity " + value.getSession().getId(value.entity()) + " is not loaded, and "
                + reason + "; add .options(selectin(…)) for " + name(value) + " to the statement that reads the entity";
    }

    private static String name(LazyValue value) {
        return value.entity().getClass().getSimpleName() + "."
                + value.relation().getAttributeName();
    }
}
