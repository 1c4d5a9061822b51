// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.model;

import dev.athanor.annotations.Array;
import dev.athanor.annotations.Audited;
import dev.athanor.annotations.Check;
import dev.athanor.annotations.Comment;
import dev.athanor.annotations.ComputedColumn;
import dev.athanor.annotations.DefaultValue;
import dev.athanor.annotations.Hybrid;
import dev.athanor.annotations.Json;
import dev.athanor.annotations.OnDelete;
import dev.athanor.annotations.RequiresExtension;
import dev.athanor.annotations.TableIndex;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

// region writer
@Entity
@Audited
@Comment("Who writes")
@Check(name = "born_late", value = "born > '1800-01-01'")
@TableIndex(value = "lower(email)", unique = true, where = "retired_at is null")
@TableIndex(
        value = {"last_name desc nulls last", "id"},
        include = "email")
@TableIndex(value = "tags", method = "gin")
@RequiresExtension("citext")
@Table(
        uniqueConstraints = @UniqueConstraint(columnNames = {"last_name", "first_name"}),
        indexes = @Index(columnList = "last_name, born DESC"))
@SuppressWarnings({"NullAway.Init", "UnusedVariable"})
class Writer {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "first_name", length = 80)
    private String firstName;

    @Column(name = "last_name", nullable = false)
    @Comment("As on the cover")
    private String lastName;

    @Column(columnDefinition = "citext")
    private String email;

    private LocalDate born;

    @Check("salary >= 0")
    @Column(precision = 12, scale = 2)
    private BigDecimal salary;

    @DefaultValue("now()")
    @Column(name = "made_at", nullable = false)
    private Instant madeAt;

    @Column(name = "retired_at")
    private Instant retiredAt;

    @ComputedColumn("length(last_name)")
    @Column(name = "letters", insertable = false, updatable = false)
    private Integer letters;

    private Duration pause;

    @DefaultValue("'CALM'")
    private Mood mood;

    @Array
    private List<String> tags = List.of();

    @Json
    private Map<String, String> facts = Map.of();

    @ManyToOne(fetch = FetchType.LAZY)
    @OnDelete(OnDelete.Action.SET_NULL)
    private Writer mentor;

    @ManyToMany
    @OnDelete(OnDelete.Action.CASCADE)
    private Set<Writer> rivals = new HashSet<>();

    @ElementCollection
    @Comment("What friends say")
    private Set<String> nicknames = new HashSet<>();

    @Version
    private int version;

    @Hybrid(stored = true, column = "full_name")
    String fullName() {
        return firstName + " " + lastName;
    }

    @Hybrid(indexed = true)
    String login() {
        return email.toLowerCase(Locale.ROOT);
    }
}
// endregion
