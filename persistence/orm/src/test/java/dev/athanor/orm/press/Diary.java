// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.press;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.PostPersist;
import jakarta.persistence.PostRemove;
import jakarta.persistence.PostUpdate;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreRemove;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;

/** Tells what is done with it, and counts by itself how often it was changed. */
@Entity
@EntityListeners(DiaryKeeper.class)
public class Diary {
    @Id
    private Long id;

    @Version
    private int version;

    private String text;

    private int edition;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "before_id")
    private Diary before;

    @OneToMany(mappedBy = "before", cascade = CascadeType.ALL, orphanRemoval = true)
    private List<Diary> after = new ArrayList<>();

    private transient List<String> calls = new ArrayList<>();
    private transient Runnable wanted;

    protected Diary() {}

    public Diary(long id, String text) {
        this.id = id;
        this.text = text;
    }

    /** One that is deleted with this. */
    public Diary continued(long nextId, String nextText) {
        Diary next = new Diary(nextId, nextText);
        next.before = this;
        after.add(next);
        return next;
    }

    /** Lets something be done before it is inserted or updated. */
    public void beforeWriting(Runnable work) {
        wanted = work;
    }

    @PrePersist
    void persisting() {
        call("prePersist");
        doWanted();
    }

    @PostPersist
    void persisted() {
        call("postPersist");
    }

    @PreUpdate
    void updating() {
        edition++;
        call("preUpdate");
        doWanted();
    }

    @PostUpdate
    void updated() {
        call("postUpdate");
    }

    @PreRemove
    void removing() {
        call("preRemove");
    }

    @PostRemove
    void removed() {
        call("postRemove");
    }

    private void doWanted() {
        if (wanted != null) {
            wanted.run();
        }
    }

    void call(String name) {
        calls.add(name);
    }

    /** What was called since it was read, or since this was asked. */
    public List<String> calls() {
        List<String> told = List.copyOf(calls);
        calls.clear();
        return told;
    }

    public Long id() {
        return id;
    }

    public int version() {
        return version;
    }

    public String text() {
        return text;
    }

    public void write(String newText) {
        text = newText;
    }

    /** How often it was changed. */
    public int edition() {
        return edition;
    }

    public Diary before() {
        return before;
    }

    public List<Diary> after() {
        return after;
    }
}
