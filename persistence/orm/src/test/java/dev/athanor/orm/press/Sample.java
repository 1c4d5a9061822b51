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

    @Basic(fetch = FetchType.LAZY)
    public String essay;

    @Transient
    public int loads;

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
