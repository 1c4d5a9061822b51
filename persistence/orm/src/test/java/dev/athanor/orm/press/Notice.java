// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.press;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;

/** Each class below has all in a table of its own. */
@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
public abstract class Notice {
    @Id
    private Long id;

    private String text;

    public Long id() {
        return id;
    }

    public String text() {
        return text;
    }

    public void reword(String newText) {
        text = newText;
    }
}
