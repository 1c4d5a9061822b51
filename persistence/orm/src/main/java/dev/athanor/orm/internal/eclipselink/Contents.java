// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Vector;
import org.eclipse.persistence.indirection.IndirectCollectionsFactory;
import org.eclipse.persistence.indirection.IndirectList;
import org.eclipse.persistence.indirection.ValueHolder;
import org.eclipse.persistence.internal.queries.ContainerPolicy;
import org.eclipse.persistence.internal.queries.IndirectListContainerPolicy;
import org.eclipse.persistence.internal.sessions.AbstractRecord;
import org.eclipse.persistence.internal.sessions.EmptyRecord;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.AggregateCollectionMapping;
import org.eclipse.persistence.mappings.CollectionMapping;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.eclipse.persistence.queries.ObjectBuildingQuery;
import org.eclipse.persistence.queries.ReadAllQuery;

/** What a relation of one entity leads to, with the rows it was read from, which tell orders and keys. */
final class Contents {
    static final Contents NONE = new Contents();

    private final List<Object> elements = new ArrayList<>();
    private List<AbstractRecord> rows = List.of();

    void add(Object element, AbstractRecord row) {
        if (rows.isEmpty()) {
            rows = new ArrayList<>();
        }
        elements.add(element);
        rows.add(row);
    }

    /** Adds what no order or key is told of. */
    void add(Object element) {
        elements.add(element);
    }

    /**
     * Gives it to the relation of an entity.
     *
     * @param part whether it is not all
     */
    void giveTo(LazyValue value, ForeignReferenceMapping mapping, boolean part, UnitOfWorkImpl unit) {
        if (mapping instanceof AggregateCollectionMapping values) {
            elements.replaceAll(
                    element -> values.buildElementClone(element, value.entity(), null, null, unit, true, false));
        }
        if (mapping instanceof CollectionMapping many) {
            value.load(container(many.getContainerPolicy(), unit), part);
        } else {
            first().ifPresentOrElse(value::load, value::loadNothing);
        }
    }

    /** What it was read from. */
    List<AbstractRecord> rows() {
        return rows;
    }

    Optional<Object> first() {
        return elements.stream().findFirst();
    }

    /** The collection or map that an attribute has. */
    Object container(ContainerPolicy policy, UnitOfWorkImpl unit) {
        if (isPlainList(policy)) {
            return list();
        }
        ObjectBuildingQuery query = new ReadAllQuery();
        query.setSession(unit);
        Object container = policy.containerInstance(elements.size());
        List<AbstractRecord> read =
                rows.isEmpty() ? Collections.nCopies(elements.size(), EmptyRecord.getEmptyRecord()) : rows;
        if (policy.shouldAddAll()) {
            policy.addAll(elements, container, unit, read, query, null, true);
        } else {
            for (int i = 0; i < elements.size(); i++) {
                policy.addInto(elements.get(i), container, unit, read.get(i), query, null, true);
            }
        }
        return container;
    }

    /** As the policy makes it of a vector, which it would copy. */
    @SuppressWarnings("JdkObsolete") // EclipseLink's lists are vectors
    private IndirectList<Object> list() {
        IndirectList<Object> list = IndirectCollectionsFactory.createIndirectList(0);
        list.setValueHolder(new ValueHolder<>(new Vector<>(elements)));
        return list;
    }

    /** Whether elements are in it as they are found, one after the other. */
    private static boolean isPlainList(ContainerPolicy policy) {
        return policy.getClass() == IndirectListContainerPolicy.class
                && policy.getElementDescriptor() != null
                && !policy.getElementDescriptor().hasWrapperPolicy();
    }
}
