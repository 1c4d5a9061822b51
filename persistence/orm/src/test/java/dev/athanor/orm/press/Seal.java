// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.press;

import dev.athanor.annotations.Masked;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** Embedded, with something that is not to be shown. */
@Embeddable
public class Seal {
    @Masked
    private @Nullable String secret;

    private @Nullable String colour;

    protected Seal() {}

    public Seal(String secret, String colour) {
        this.secret = secret;
        this.colour = colour;
    }

    public @Nullable String secret() {
        return secret;
    }

    public @Nullable String colour() {
        return colour;
    }
}
