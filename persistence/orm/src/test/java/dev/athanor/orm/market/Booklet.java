// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.market;

import dev.athanor.annotations.Array;
import dev.athanor.annotations.Json;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Has values that change themselves, relations, and one in an embedded object. */
@Entity
public class Booklet {
    @Id
    private Long id;

    @Version
    private int version;

    private String title;

    @Array
    private List<String> topics = new ArrayList<>();

    @Json
    private Map<String, String> notes;

    private OffsetDateTime printed;

    @ManyToOne(fetch = FetchType.LAZY)
    private Binder seller;

    @Embedded
    private Imprint imprint;

    protected Booklet() {}

    public Booklet(long id, String title, Imprint imprint) {
        this.id = id;
        this.title = title;
        this.imprint = imprint;
    }

    public int version() {
        return version;
    }

    public String title() {
        return title;
    }

    public void retitle(String newTitle) {
        title = newTitle;
    }

    public List<String> topics() {
        return topics;
    }

    public void topics(List<String> others) {
        topics = others;
    }

    public Map<String, String> notes() {
        return notes;
    }

    public void note(Map<String, String> others) {
        notes = others;
    }

    public OffsetDateTime printed() {
        return printed;
    }

    public void print(OffsetDateTime time) {
        printed = time;
    }

    public Binder seller() {
        return seller;
    }

    public void sellBy(Binder other) {
        seller = other;
    }

    public Imprint imprint() {
        return imprint;
    }

    public void imprint(Imprint other) {
        imprint = other;
    }
}
