// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.press;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;

/** Has a class below it. */
@Entity
public class Video extends Media {
    @Column(name = "size")
    private int seconds;

    protected Video() {}

    protected Video(long id, String name, int seconds) {
        super(id, name);
        this.seconds = seconds;
    }

    public int seconds() {
        return seconds;
    }

    public void cut(int newSeconds) {
        seconds = newSeconds;
    }
}
