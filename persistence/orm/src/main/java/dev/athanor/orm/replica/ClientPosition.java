// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.replica;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How far a client has written: what it reads later is never older. Its token travels with the client, from the answer
 * to one request to the next request, to whichever server that comes. Thread-safe.
 *
 * <pre>{@code
 * ClientPosition client = ClientPosition.of(request.getHeader("X-Position"));
 * sessions.forClient(client).transaction(session -> session.add(new Article("Looms")));
 * client.token().ifPresent(token -> response.setHeader("X-Position", token));
 * }</pre>
 *
 * <p>In a server, a bean of this type is that of the client who is served, as a rule in the scope of its request.
 */
public class ClientPosition {
    private @Nullable WritePosition known;
    private @Nullable Supplier<WritePosition> pending;
    private long writes;

    /** That of a client who has written nothing. */
    public ClientPosition() {}

    /** That of a client who sends a token back, or has none; one that is none of ours is an error. */
    public static ClientPosition of(@Nullable String token) {
        ClientPosition position = new ClientPosition();
        if (token != null && !token.isBlank()) {
            position.known = WritePosition.of(token.strip());
        }
        return position;
    }

    /**
     * Gives this one itself, where this is a bean's stand-in that knows who is served only for as long as that lasts.
     * Not at once, as CDI puts the stand-in in the place of a bean that a method gives of itself.
     */
    public Supplier<ClientPosition> here() {
        return () -> this;
    }

    /** The client has written; where, is asked for when somebody wants to know. */
    public synchronized void wrote(Supplier<WritePosition> where) {
        pending = where;
        writes++;
    }

    /** How far it has written; none if it has not. */
    public Optional<WritePosition> last() {
        Supplier<WritePosition> asked;
        long before;
        synchronized (this) {
            asked = pending;
            before = writes;
        }
        // No lock is held meanwhile: this may wait for a connection, and whoever commits has one and comes by here.
        return asked == null ? known() : learnt(asked.get(), before);
    }

    private synchronized Optional<WritePosition> known() {
        return Optional.ofNullable(known);
    }

    /** What was asked for after so many writes; of later ones it is asked for again. */
    private synchronized Optional<WritePosition> learnt(WritePosition now, long before) {
        if (writes == before) {
            pending = null;
        }
        if (known == null || now.isAfter(known)) {
            known = now;
        }
        return Optional.of(known);
    }

    /** What the client is to send with its next request; none if it has not written. */
    public Optional<String> token() {
        return last().map(WritePosition::toString);
    }
}
