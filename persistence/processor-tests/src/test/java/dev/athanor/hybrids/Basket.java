// SPDX-License-Identifier: Apache-2.0
package dev.athanor.hybrids;

import dev.athanor.annotations.Array;
import dev.athanor.annotations.Hybrid;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What hybrids do with relations. */
@Entity
@SuppressWarnings({"NullAway.Init", "OperatorPrecedence"}) // as people write
class Basket extends Named {
    @Id
    Long id;

    @ManyToOne
    Basket previous;

    @OneToOne(mappedBy = "basket")
    Receipt receipt;

    @OneToMany(mappedBy = "basket")
    List<Line> lines = new ArrayList<>();

    @ManyToMany
    Set<Mark> marks = new HashSet<>();

    @ElementCollection
    Set<String> notes = new HashSet<>();

    @Array
    List<String> words = new ArrayList<>();

    @Embedded
    Place place;

    BigDecimal credit;

    List<Line> lines() {
        return List.copyOf(lines);
    }

    @Nullable
    Basket getPrevious() {
        return previous;
    }

    @Override
    @Hybrid
    String kind() {
        return "basket";
    }

    @Hybrid
    BigDecimal total() {
        return lines.stream().map(Line::total).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Hybrid
    BigDecimal dear() {
        return lines().stream()
                .filter(line -> line.price.compareTo(BigDecimal.ONE) > 0)
                .map(line -> line.total())
                .reduce(credit, (sum, next) -> sum.add(next));
    }

    @Hybrid
    int pieces() {
        return lines.stream().mapToInt(line -> line.count).sum();
    }

    @Hybrid
    long counted() {
        return lines.stream().filter(line -> line.count > 2).count() * 100 + lines.size() + marks.size() + notes.size();
    }

    @Hybrid
    boolean empty() {
        return lines.isEmpty() || marks.isEmpty() && notes.isEmpty();
    }

    @Hybrid
    boolean any() {
        return lines.stream().anyMatch(line -> line.count > 5) || marks.stream().noneMatch(mark -> mark.weight > 3);
    }

    @Hybrid
    boolean all() {
        return lines.stream().allMatch(line -> line.count < 100);
    }

    @Hybrid
    boolean unlike() {
        return lines.stream().anyMatch(line -> lines.stream().anyMatch(other -> other.count > line.count));
    }

    @Hybrid
    boolean noted() {
        return notes.contains("x") || notes.contains(name) || notes.stream().anyMatch(note -> note.startsWith("a"));
    }

    @Hybrid
    boolean worded() {
        return words.contains("x") || words.size() > 2 || words.isEmpty();
    }

    @Hybrid
    Optional<BigDecimal> dearest() {
        return lines.stream().map(line -> line.price).max(Comparator.naturalOrder());
    }

    @Hybrid
    BigDecimal cheapest() {
        return lines.stream().map(line -> line.price).reduce(BigDecimal::min).orElse(BigDecimal.ZERO);
    }

    @Hybrid
    int most() {
        return lines.stream().mapToInt(line -> line.count).max().orElse(-1)
                - lines.stream().mapToInt(line -> line.count).min().orElse(0);
    }

    @Hybrid
    double mean() {
        return lines.stream().mapToInt(line -> line.count).average().orElse(0);
    }

    @Hybrid
    long heavy() {
        return marks.stream().mapToLong(mark -> mark.weight).sum()
                + marks.stream().map(mark -> mark.weight).distinct().count();
    }

    @Hybrid
    double light() {
        return marks.stream().mapToDouble(mark -> mark.weight).sum();
    }

    @Hybrid
    String first() {
        return marks.stream()
                .map(mark -> mark.name)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse("");
    }

    @Hybrid
    @Nullable
    String before() {
        return previous == null ? null : previous.label();
    }

    @Hybrid
    @Nullable
    String longBefore() {
        return getPrevious() != null && previous.previous != null ? previous.previous.name + previous.id : name;
    }

    @Hybrid
    boolean paid() {
        return receipt != null && receipt.amount.compareTo(total()) >= 0;
    }

    @Hybrid
    int piecesBefore() {
        return previous == null ? 0 : previous.lines.size() + previous.pieces();
    }

    @Hybrid
    boolean near() {
        return place != null
                && place.street != null
                && place.close(3)
                && place.described().length() > 2;
    }

    @Hybrid
    boolean calledOneOf(Collection<String> names) {
        return names.contains(name);
    }

    @Hybrid
    boolean dearerThan(BigDecimal price) {
        return lines.stream().anyMatch(line -> line.price.compareTo(price) > 0);
    }

    @Hybrid
    boolean topsItself() {
        return lines.stream().anyMatch(line -> dearerThan(line.price));
    }
}
