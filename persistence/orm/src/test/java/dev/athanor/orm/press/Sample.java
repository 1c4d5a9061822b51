// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.press;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.UUID;

/** Has attributes of many types. */
@Entity
public class Sample extends Stamped {
    @Id
    public UUID id;

    @Version
    public Long version;

    public short small;
    public Integer whole;
    public double fraction;
    public Float half;
    public BigDecimal amount;
    public BigInteger big;
    public boolean flag;
    public Boolean maybe;
    public char letter;
    public String text;
    public byte[] bytes;

    @Column(name = "\"Day\"")
    public LocalDate day;

    public LocalTime time;

    @Column(name = "at_zone")
    public OffsetDateTime atZone;

    @Enumerated(EnumType.STRING)
    public Status status;

    @Enumerated
    public Status number;

    @Convert(converter = YesConverter.class)
    public Boolean yes;

    public UUID other;
    public Short tiny;
    public Long wide;
    public Double broad;

    @Basic(fetch = FetchType.LAZY)
    public String essay;

    @Transient
    public int loads;

    /** One with something in all of its attributes. */
    public static Sample full(UUID id) {
        Sample sample = new Sample();
        sample.id = id;
        sample.make(LocalDateTime.parse("2024-02-29T23:59:59.123456"));
        sample.small = -3;
        sample.whole = Integer.MIN_VALUE;
        sample.fraction = 1e-300;
        sample.half = 0.5f;
        sample.amount = new BigDecimal("-12.30");
        sample.big = new BigInteger("123456789012345678901234567890");
        sample.flag = true;
        sample.maybe = false;
        sample.letter = 'ž';
        sample.text = "a 'quoted' \"text\" \\ – with signs 😀";
        sample.bytes = new byte[] {0, -1, 127};
        sample.day = LocalDate.of(1900, 1, 1);
        sample.time = LocalTime.of(23, 59, 58);
        sample.atZone = OffsetDateTime.parse("2024-05-06T07:08:09.123456+05:30");
        sample.status = Status.PUBLISHED;
        sample.number = Status.PUBLISHED;
        sample.yes = true;
        sample.other = UUID.fromString("00000000-0000-0000-0000-000000000002");
        sample.essay = "long";
        sample.tiny = Short.MIN_VALUE;
        sample.wide = Long.MAX_VALUE;
        sample.broad = -0.125;
        return sample;
    }

    /** Has something else in all of its attributes. */
    public void change() {
        make(LocalDateTime.parse("2030-01-02T03:04:05"));
        small = 7;
        whole = 7;
        fraction = 7;
        half = 7f;
        amount = new BigDecimal("7.00");
        big = BigInteger.valueOf(7);
        flag = !flag;
        maybe = !Boolean.TRUE.equals(maybe);
        letter = '7';
        text = "seven";
        bytes = new byte[] {7};
        day = LocalDate.of(2030, 1, 2);
        time = LocalTime.of(1, 2, 3);
        atZone = OffsetDateTime.parse("2030-01-02T03:04:05Z");
        status = Status.PUBLISHED;
        number = Status.PUBLISHED;
        yes = !Boolean.TRUE.equals(yes);
        other = new UUID(7, 7);
        essay = "seven";
        tiny = 7;
        wide = 7L;
        broad = 7.0;
    }

    /** Has nothing in all of its attributes that may have nothing. */
    public void empty() {
        make(null);
        whole = null;
        half = null;
        amount = null;
        big = null;
        maybe = null;
        text = null;
        bytes = null;
        day = null;
        time = null;
        atZone = null;
        status = null;
        number = null;
        yes = null;
        other = null;
        essay = null;
        tiny = null;
        wide = null;
        broad = null;
    }

    public void write(String newText) {
        text = newText;
    }

    public String essay() {
        return essay;
    }

    @PostLoad
    void loaded() {
        loads++;
    }
}
