// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.sql.Compiled;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Source;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;

/** Gives entities the values that their rows have now, by one statement for each class. For one use by one thread. */
final class Rereading {
    private static final String ALIAS = "e";

    private final UnitOfWorkImpl unit;
    private final MappedUnit mapped;
    private final Set<Object> gone = Collections.newSetFromMap(new IdentityHashMap<>());

    Rereading(UnitOfWorkImpl unit, MappedUnit mapped) {
        this.unit = unit;
        this.mapped = mapped;
    }

    /** Gives those that have no row any more. */
    Set<Object> of(Collection<Object> entities) {
        Map<ClassDescriptor, List<Object>> byClass = new LinkedHashMap<>();
        for (Object entity : entities) {
            byClass.computeIfAbsent(unit.getDescriptor(entity), descriptor -> new ArrayList<>())
                    .add(entity);
        }
        byClass.forEach(this::reread);
        return gone;
    }

    private void reread(ClassDescriptor descriptor, List<Object> entities) {
        EntityPlan plan = mapped.plan(descriptor);
        Source source = plan.source(ALIAS);
        List<? extends Expression> columns = descriptor.getPrimaryKeyFields().stream()
                .map(field -> plan.column(source, field))
                .toList();
        List<List<Object>> keys = entities.stream()
                .map(entity -> Keys.values(unit.getId(entity)))
                .distinct()
                .toList();
        EntityCommand select =
                new EntitySelection(plan, source).where(Among.of(columns, keys)).command();
        gone.addAll(entities);
        new EntityReading(unit, mapped, plan)
                .refreshing(true)
                .each(Compiled.of(select.command()), select.positions(), 0, (entity, values) -> gone.remove(entity));
    }
}
