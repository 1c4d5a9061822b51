// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.press;

import dev.athanor.annotations.Array;
import dev.athanor.annotations.Json;
import dev.athanor.annotations.NativeEnum;
import dev.athanor.orm.JsonValueConverter;
import jakarta.json.JsonValue;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Has attributes of the types that EclipseLink does not know by itself. */
@Entity
public class Treasure {
    @Id
    public Long id;

    @Version
    public int version;

    public Instant moment;
    public OffsetDateTime atzone;
    public LocalDateTime local;
    public LocalDate day;
    public LocalTime clock;
    public OffsetTime clockzone;
    public Duration length;
    public UUID token;
    public Mood mood;

    @NativeEnum("mood")
    public Mood other;

    @Json
    public Note note;

    @Json
    public Map<String, BigDecimal> facts;

    @Json
    public List<String> names;

    @Json
    @Convert(converter = JsonValueConverter.class)
    public JsonValue tree;

    @Json
    public String raw;

    @Array
    public List<String> tags;

    @Array
    public Set<UUID> tokens;

    @Array
    public int[] counts;

    @Array
    public String[] words;

    @Array
    public List<Instant> moments;

    @Convert(converter = EpochConverter.class)
    public Instant epoch;

    @Embedded
    public Span span;

    @ElementCollection
    @CollectionTable(name = "treasure_visit", joinColumns = @JoinColumn(name = "treasure_id"))
    @Column(name = "visit")
    public List<Instant> visits = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "treasure_price", joinColumns = @JoinColumn(name = "treasure_id"))
    @MapKeyColumn(name = "since")
    @Column(name = "price")
    public Map<Instant, Duration> prices = new HashMap<>();

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "hour_at")
    public Hour hour;

    public void name(String name) {
        names.add(name);
    }

    public Hour hour() {
        return hour;
    }

    public void forget() {
        moment = null;
        length = null;
        mood = null;
        note = null;
        tags = null;
        counts = new int[0];
    }

    /** Has what another has, but for its key and its version. */
    public void become(Treasure model) {
        moment = model.moment;
        atzone = model.atzone;
        local = model.local;
        day = model.day;
        clock = model.clock;
        clockzone = model.clockzone;
        length = model.length;
        token = model.token;
        mood = model.mood;
        other = model.other;
        note = model.note;
        facts = model.facts;
        names = model.names;
        tree = model.tree;
        raw = model.raw;
        tags = model.tags;
        tokens = model.tokens;
        counts = model.counts;
        words = model.words;
        moments = model.moments;
        epoch = model.epoch;
        span = model.span;
        visits.clear();
        visits.addAll(model.visits);
        prices.clear();
        prices.putAll(model.prices);
    }

    public void moveTo(Instant moment) {
        this.moment = moment;
    }
}
