// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.imports;

import dev.athanor.app.imports.ImportView;
import dev.athanor.app.imports.Imports;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tells clients of changes of imports. What is told is read from the database, so that any server can tell it, also of
 * an import that another one reads; no thread waits meanwhile. The number of an event is the import's step: a client
 * that comes again with it hears of what it has not heard.
 */
@ApplicationScoped
public class ImportEvents {
    private static final Logger LOG = Logger.getLogger(ImportEvents.class.getName());
    private static final int MILLISECONDS = 500;

    /** By a comment, every ten seconds, it is noticed that a client has hung up. */
    private static final int SIGN_OF_LIFE = 20;

    @Inject
    private Imports imports;

    @Resource
    private ManagedScheduledExecutorService executor;

    /** Up to the end of the import, or until the client hangs up. */
    void tell(long owner, UUID id, long last, SseEventSink sink, Sse sse) {
        new Telling(owner, id, last, sink, sse).run();
    }

    private final class Telling implements Runnable {
        private final long owner;
        private final UUID id;
        private final SseEventSink sink;
        private final Sse sse;
        private long last;
        private int silent;

        Telling(long owner, UUID id, long last, SseEventSink sink, Sse sse) {
            this.owner = owner;
            this.id = id;
            this.last = last;
            this.sink = sink;
            this.sse = sse;
        }

        @Override
        public void run() {
            if (sink.isClosed()) {
                return;
            }
            try {
                told(imports.find(owner, id));
            } catch (RuntimeException e) {
                // The client comes again, and hears of what it has missed.
                LOG.log(Level.WARNING, e, () -> "nothing more is told of import " + id);
                sink.close();
            }
        }

        private void told(ImportView now) {
            if (now.ended()) {
                sink.send(event(now, "end")).whenComplete((sent, failure) -> sink.close());
                return;
            }
            silent++;
            if (now.step() > last) {
                last = now.step();
                silent = 0;
                sink.send(event(now, "progress")).whenComplete(this::again);
            } else if (silent % SIGN_OF_LIFE == 0) {
                sink.send(sse.newEventBuilder().comment("").build()).whenComplete(this::again);
            } else {
                again(null, null);
            }
        }

        @SuppressWarnings("FutureReturnValueIgnored") // run() tells what goes wrong
        private void again(@Nullable Object sent, @Nullable Throwable failure) {
            if (failure == null) {
                executor.schedule(this, MILLISECONDS, TimeUnit.MILLISECONDS);
            } else {
                sink.close();
            }
        }

        private OutboundSseEvent event(ImportView now, String name) {
            return sse.newEventBuilder()
                    .id(String.valueOf(now.step()))
                    .name(name)
                    .mediaType(MediaType.APPLICATION_JSON_TYPE)
                    .data(ImportBody.class, ImportBody.of(now))
                    .build();
        }
    }
}
