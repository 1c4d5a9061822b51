// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.legacy;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Lob;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Fields that the package sees, no setters; a schema, quoted names, two tables, a key of two, and a lazy text. */
@Entity
@IdClass(Ledger.Key.class)
@NamedQuery(name = "Ledger.all", query = "select l from Ledger l where l.title = 'none'")
@Table(schema = "books", name = "\"T_LEDGER\"")
@SecondaryTable(
        schema = "books",
        name = "T_LEDGER_EXTRA",
        pkJoinColumns = {
            @PrimaryKeyJoinColumn(name = "YR", referencedColumnName = "\"YEAR_NO\""),
            @PrimaryKeyJoinColumn(name = "CD", referencedColumnName = "\"Code\"")
        })
public class Ledger {
    @Id
    @Column(name = "\"YEAR_NO\"")
    int year;

    @Id
    @Column(name = "\"Code\"")
    String code = "";

    @Column(name = "\"TTL TXT\"")
    @Nullable
    String title;

    @Lob
    @Basic(fetch = FetchType.LAZY)
    @Column(name = "\"LONG_TXT\"")
    @Nullable
    String text;

    @Column(table = "T_LEDGER_EXTRA", name = "RMK")
    @Nullable
    String remark;

    protected Ledger() {}

    public Ledger(int year, String code, String title) {
        this.year = year;
        this.code = code;
        this.title = title;
    }

    public @Nullable String title() {
        return title;
    }

    public @Nullable String text() {
        return text;
    }

    public @Nullable String remark() {
        return remark;
    }

    public void write(String longText, String shortText) {
        text = longText;
        remark = shortText;
    }

    /** Its key. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        int year;
        String code = "";

        public Key() {}

        public Key(int year, String code) {
            this.year = year;
            this.code = code;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key that && year == that.year && code.equals(that.code);
        }

        @Override
        public int hashCode() {
            return Objects.hash(year, code);
        }
    }
}
