// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.press;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.util.ArrayList;
import java.util.List;

/** Has a class below it. */
@Entity
public class Video extends Media {
    @Column(name = "size")
    private int seconds;

    @OneToMany(mappedBy = "video")
    @OrderBy("id")
    private List<Caption> captions = new ArrayList<>();

    protected Video() {}

    protected Video(long id, String name, int seconds) {
        super(id, name);
        this.seconds = seconds;
    }

    public int seconds() {
        return seconds;
    }

    public List<Caption> captions() {
        return captions;
    }

    public void cut(int newSeconds) {
        seconds = newSeconds;
    }
}
