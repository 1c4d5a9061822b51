// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.EntityFilter;
import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.orm.Unfiltered;
import dev.athanor.sql.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.persistence.descriptors.ClassDescriptor;

/**
 * The filters of a unit of work. Immutable.
 *
 * @param all those there are
 * @param active those that hold
 */
record Filters(List<EntityFilter> all, List<EntityFilter> active) {
    static Filters of(List<EntityFilter> filters) {
        return new Filters(filters, filters);
    }

    boolean isEmpty() {
        return active.isEmpty();
    }

    Filters with(List<EntityFilter> more) {
        return new Filters(plus(all, more), plus(active, more));
    }

    private static List<EntityFilter> plus(List<EntityFilter> some, List<EntityFilter> more) {
        List<EntityFilter> both = new ArrayList<>(some);
        both.addAll(more);
        return List.copyOf(both);
    }

    /** Without those of these names, or any, if there are none. */
    Filters without(Set<String> names) {
        Set<String> unknown = new TreeSet<>(names);
        all.forEach(filter -> unknown.remove(filter.name()));
        unknown.remove(EntityFilter.LIVING);
        if (!unknown.isEmpty()) {
            throw new OrmException(
                    OrmError.OPTION_INVALID,
                    "no filter is called " + unknown + "; there are "
                            + all.stream().map(EntityFilter::name).distinct().toList());
        }
        return new Filters(
                all,
                active.stream()
                        .filter(filter -> !names.isEmpty() && !names.contains(filter.name()))
                        .toList());
    }

    /** Those that are left when options of a statement are heeded. */
    Filters by(List<? extends Option<?>> options) {
        Filters left = this;
        for (Option<?> option : options) {
            if (option instanceof Unfiltered unfiltered) {
                left = left.without(unfiltered.names());
            }
        }
        return left;
    }

    /** Whether there may be rows of a class, or of one below, that are not seen. */
    boolean concern(ClassDescriptor descriptor) {
        return active.stream().anyMatch(filter -> TablesPlan.family(descriptor).stream()
                .anyMatch(member -> filter.type().isAssignableFrom(member.getJavaClass())));
    }
}
