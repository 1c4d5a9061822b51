// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit;

import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the rows of the tables between two: to none, one, or several. For one use. */
final class LinkGenerator {
    private static final List<Integer> SIZES = List.of(0, 0, 1, 1, 2, 3, 5);

    private final EntityModels models;
    private final Rows rows;
    private final Choices choices;
    private final Map<TemporaryTable, Link> links = new LinkedHashMap<>();

    LinkGenerator(EntityModels models, Rows rows, Choices choices) {
        this.models = models;
        this.rows = rows;
        this.choices = choices;
    }

    void generate() {
        models.all().forEach(model -> model.routes().values().forEach(this::collect));
        links.values().forEach(this::generate);
    }

    /** A table may be known from both sides, and to several classes of each. */
    private void collect(Route route) {
        route.junction().link().ifPresent(found -> {
            Link link = links.computeIfAbsent(found.table(), table -> new Link(route.junction(), found));
            boolean forward = found.own().equals(link.columns.own());
            (forward ? link.owners : link.others).addAll(rows.within(route.owner()));
            (forward ? link.others : link.owners).addAll(rows.within(route.target()));
            link.restrict(route.relation().property(), forward);
        });
    }

    private void generate(Link link) {
        List<GeneratedRow> others = List.copyOf(link.others);
        Set<GeneratedRow> taken = new HashSet<>();
        for (GeneratedRow owner : link.owners) {
            int size = link.oneOther ? choices.below(2) : choices.any(SIZES);
            Set<GeneratedRow> chosen = new LinkedHashSet<>();
            for (int i = 0; i < size; i++) {
                GeneratedRow other = choices.any(others);
                if (!link.oneOwner || taken.add(other)) {
                    chosen.add(other);
                }
            }
            chosen.forEach(other -> rows.add(link.row(owner, other)));
        }
    }

    /** What is known of a table. */
    private static final class Link {
        private final Junction junction;
        private final Junction.Link columns;
        private final Set<GeneratedRow> owners = new LinkedHashSet<>();
        private final Set<GeneratedRow> others = new LinkedHashSet<>();
        private boolean oneOwner;
        private boolean oneOther;

        Link(Junction junction, Junction.Link columns) {
            this.junction = junction;
            this.columns = columns;
        }

        /** A side of which there is one at most, by the annotation of either. */
        void restrict(Property property, boolean forward) {
            boolean both = property.annotation(OneToOne.class).isPresent();
            boolean ofTarget = both || property.annotation(OneToMany.class).isPresent();
            boolean ofOwner = both || property.annotation(ManyToOne.class).isPresent();
            oneOwner |= forward ? ofTarget : ofOwner;
            oneOther |= forward ? ofOwner : ofTarget;
        }

        Rows.Linked row(GeneratedRow owner, GeneratedRow other) {
            Map<Slot, @Nullable Object> values = new LinkedHashMap<>();
            copy(owner, junction.own(), columns.own(), values);
            copy(other, junction.target(), columns.target(), values);
            return new Rows.Linked(columns.table(), columns.own(), owner, other, values);
        }

        private static void copy(GeneratedRow row, List<Slot> from, List<Slot> to, Map<Slot, @Nullable Object> values) {
            for (int i = 0; i < from.size(); i++) {
                values.put(to.get(i), row.get(from.get(i)));
            }
        }
    }
}
