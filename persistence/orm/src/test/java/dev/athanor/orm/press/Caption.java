// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.press;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** Belongs to entities of one class of a hierarchy. */
@Entity
public class Caption {
    @Id
    private Long id;

    private String text;

    @ManyToOne(fetch = FetchType.LAZY)
    private Video video;

    public Long id() {
        return id;
    }

    public String text() {
        return text;
    }

    public Video video() {
        return video;
    }
}
