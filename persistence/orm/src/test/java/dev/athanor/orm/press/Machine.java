// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.press;

import dev.athanor.annotations.Masked;
import dev.athanor.annotations.UpdatedAt;
import jakarta.persistence.Entity;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Has a table beside that of all assets. */
@Entity
public class Machine extends Asset {
    private int power;

    @Masked
    private @Nullable String serial;

    @UpdatedAt
    private @Nullable OffsetDateTime checked;

    protected Machine() {}

    public Machine(long id, String name, int power, @Nullable String serial) {
        super(id, name);
        this.power = power;
        this.serial = serial;
    }

    public int power() {
        return power;
    }

    public void strengthen(int more) {
        power += more;
    }

    public @Nullable String serial() {
        return serial;
    }

    public @Nullable OffsetDateTime checked() {
        return checked;
    }
}
