// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.rest;

import dev.athanor.app.Edition;
import dev.athanor.web.error.Refused;
import jakarta.ws.rs.NotFoundException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a client believes something to be that it changes. Whoever says nothing changes what there is.
 *
 * <pre>{@code
 * Edition<NewProduct> kettle = Precondition.of(ifMatch).met(catalogue.edition("KETTLE"));
 * }</pre>
 */
public final class Precondition {
    private final Optional<String> header;

    private Precondition(Optional<String> header) {
        this.header = header;
    }

    /** As the header {@code If-Match} says, if it is there. */
    public static Precondition of(@Nullable String ifMatch) {
        return new Precondition(Optional.ofNullable(ifMatch));
    }

    /** Nothing but that there is something. */
    public static Precondition none() {
        return new Precondition(Optional.empty());
    }

    /** What there is, if it is what the client believes; 404 if there is nothing, 412 if it is not. */
    public <T> Edition<T> met(Optional<Edition<T>> current) {
        Edition<T> edition = current.orElseThrow(NotFoundException::new);
        if (header.isPresent() && !EntityTags.hasVersion(header.get(), edition.version())) {
            throw Refused.stale();
        }
        return edition;
    }
}
