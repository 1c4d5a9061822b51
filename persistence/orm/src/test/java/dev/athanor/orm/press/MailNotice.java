// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.press;

import jakarta.persistence.Entity;

/** In a table of its own. */
@Entity
public class MailNotice extends Notice {
    private String address;
    private int attempts;

    public String address() {
        return address;
    }

    public int attempts() {
        return attempts;
    }
}
