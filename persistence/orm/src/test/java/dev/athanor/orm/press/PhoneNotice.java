// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.press;

import jakarta.persistence.Entity;

/** In a table of its own, with a column that is called as another's but is of another type. */
@Entity
public class PhoneNotice extends Notice {
    private long address;

    public long address() {
        return address;
    }
}
