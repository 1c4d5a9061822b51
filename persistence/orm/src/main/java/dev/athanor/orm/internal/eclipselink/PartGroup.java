// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.sql.Compiled;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.queries.EntityFetchGroup;
import org.eclipse.persistence.internal.sessions.AbstractRecord;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.queries.FetchGroupTracker;
import org.eclipse.persistence.queries.ReadObjectQuery;
import org.jspecify.annotations.Nullable;

/**
 * What is there of entities that were read partly. The rest is read when any of it is used, and nothing else of the
 * entity is touched, as EclipseLink would. Relies on entities asking the group that they have; PartEntityTest would
 * notice.
 */
final class PartGroup extends EntityFetchGroup {
    private static final long serialVersionUID = 1L;

    private final Set<String> refused;

    PartGroup(Set<String> attributes, Set<String> refused) {
        super(attributes);
        this.refused = refused;
    }

    @Override
    public @Nullable String onUnfetchedAttribute(FetchGroupTracker entity, String attribute) {
        complete(entity, attribute);
        return null;
    }

    @Override
    public @Nullable String onUnfetchedAttributeForSet(FetchGroupTracker entity, String attribute) {
        complete(entity, attribute);
        return null;
    }

    private void complete(FetchGroupTracker entity, String attribute) {
        if (refused.contains(attribute)) {
            throw refused(entity, attribute, "the statement said to raise");
        }
        if (!(entity._persistence_getSession() instanceof UnitOfWorkImpl unit)
                || !unit.isActive()
                || !unit.getCloneMapping().containsKey(entity)) {
            throw refused(entity, attribute, "the entity is not in a session any more");
        }
        entity._persistence_setFetchGroup(null);
        entity._persistence_setSession(null);
        if (!read(entity, unit)) {
            entity._persistence_setFetchGroup(this);
            entity._persistence_setSession(unit);
            throw refused(entity, attribute, "the row of the entity is not there any more");
        }
    }

    /** By its key alone: what was seen when it was read stays readable, whatever filters hold now. */
    private boolean read(Object entity, UnitOfWorkImpl unit) {
        MappedUnit mapped = SessionContext.of(unit).mapped();
        ClassDescriptor descriptor = unit.getDescriptor(entity);
        EntityPlan plan = mapped.plan(descriptor);
        Source source = plan.source("e");
        List<? extends Expression> key = descriptor.getPrimaryKeyFields().stream()
                .map(field -> plan.column(source, field))
                .toList();
        EntityCommand command = new EntitySelection(plan, source)
                .where(Among.of(key, List.of(Keys.values(unit.getId(entity)))))
                .command();
        HiddenTargets hidden = new HiddenTargets(unit, mapped, plan);
        List<Object> found = new ArrayList<>();
        new EntityReading(unit, mapped, plan)
                .each(Compiled.of(command.command()), command.positions(), 0, (same, row) -> {
                    hidden.load(List.of(row));
                    fill(entity, descriptor, row.values(), unit);
                    hidden.takeOut(entity);
                    found.add(entity);
                });
        return !found.isEmpty();
    }

    private void fill(Object entity, ClassDescriptor descriptor, AbstractRecord values, UnitOfWorkImpl unit) {
        ReadObjectQuery query = new ReadObjectQuery(descriptor.getJavaClass());
        query.setSession(unit);
        query.setDescriptor(descriptor);
        for (DatabaseMapping mapping : descriptor.getMappings()) {
            if (!containsAttributeInternal(mapping.getAttributeName())) {
                mapping.buildCloneFromRow(values, null, entity, null, query, unit, unit);
            }
        }
    }

    private static OrmException refused(Object entity, String attribute, String reason) {
        return new OrmException(
                OrmError.ATTRIBUTE_NOT_LOADED,
                entity.getClass().getSimpleName() + "." + attribute + " is not loaded, and " + reason
                        + "; add its column to only(…), or do without defer(…), in the statement that reads the"
                        + " entity");
    }
}
