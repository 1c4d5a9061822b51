// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;

/**
 * The streams of a unit of work that are open: their cursors are closed with its transaction. Relies on EclipseLink
 * telling when it commits or releases a unit of work; SessionStreamTest would notice. For one thread at a time.
 */
final class OpenStreams extends SessionEventAdapter {
    private static final String PROPERTY = OpenStreams.class.getName();

    private final List<Open<?>> open = new ArrayList<>();

    private OpenStreams() {}

    static OpenStreams of(UnitOfWorkImpl unit) {
        if (unit.getProperty(PROPERTY) instanceof OpenStreams there) {
            return there;
        }
        OpenStreams streams = new OpenStreams();
        unit.setProperty(PROPERTY, streams);
        unit.getEventManager().addListener(streams);
        return streams;
    }

    /** The same stream, which ends with the transaction. */
    <R> Stream<R> add(Stream<R> stream) {
        Open<R> added = new Open<>(stream);
        open.add(added);
        return StreamSupport.stream(added, false).onClose(() -> {
            open.remove(added);
            stream.close();
        });
    }

    @Override
    public void preCommitUnitOfWork(SessionEvent event) {
        end();
    }

    @Override
    public void preReleaseUnitOfWork(SessionEvent event) {
        end();
    }

    private void end() {
        endAllBut(List.of());
    }

    private void endAllBut(List<Open<?>> others) {
        List<Open<?>> ended = new ArrayList<>(open);
        ended.removeAll(others);
        open.removeAll(ended);
        ended.forEach(Open::end);
    }

    /** This moment: a savepoint that is rolled back to ends the cursors that were opened after it. */
    Mark mark() {
        List<Open<?>> there = List.copyOf(open);
        return () -> endAllBut(there);
    }

    /** A moment. */
    interface Mark {
        /** Ends the streams that were opened later. */
        void endLater();
    }

    private static final class Open<R> extends Spliterators.AbstractSpliterator<R> {
        private final Stream<R> stream;
        private final Spliterator<R> rows;
        private boolean ended;

        Open(Stream<R> stream) {
            super(Long.MAX_VALUE, Spliterator.ORDERED);
            this.stream = stream;
            this.rows = stream.spliterator();
        }

        void end() {
            ended = true;
            stream.close();
        }

        @Override
        public boolean tryAdvance(Consumer<? super R> action) {
            if (ended) {
                throw new OrmException(
                        OrmError.STREAM_ENDED,
                        "the stream ended with its transaction, or with the nested block that was undone; read it"
                                + " within, or read a list");
            }
            return rows.tryAdvance(action);
        }
    }
}
