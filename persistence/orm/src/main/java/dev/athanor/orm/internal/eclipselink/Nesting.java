// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.orm.event.EventScope;
import dev.athanor.orm.event.SavepointEvent;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.eclipse.persistence.internal.sessions.RepeatableWriteUnitOfWork;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.jspecify.annotations.Nullable;

/**
 * What is open within the transaction of a unit of work and can be undone alone, one in the other. Each has a
 * savepoint; blocks also keep what the entities were. For one thread at a time.
 */
final class Nesting {
    private final RepeatableWriteUnitOfWork unit;
    private final SessionContext context;
    private @Nullable RollbackMark mark;
    private @Nullable NestedBlock innermost;
    private boolean ended;
    private int depth;

    Nesting(UnitOfWorkImpl unit, SessionContext context) {
        this.unit = (RepeatableWriteUnitOfWork) unit;
        this.context = context;
    }

    /** An entity has values that were read now. */
    void read(Object entity) {
        if (innermost != null) {
            innermost.read(entity);
        }
    }

    /** A statement failed: unless that is undone, the transaction can only be rolled back. */
    void failed(Throwable failure) {
        ended |= depth > 0 && Endings.isIn(failure);
        mark().set();
    }

    /** Does something; if it throws, the database is as it was before. What it does with entities is not undone. */
    <T> T savepoint(Supplier<T> work) {
        return open(Optional::empty, work::get);
    }

    /** Does something; the database is as it was before. */
    <T> T trial(Supplier<T> work) {
        Savepoint savepoint = Savepoint.set(new UnitConnection(unit), depth + 1);
        depth++;
        try {
            return work.get();
        } finally {
            depth--;
            savepoint.rollback();
            rolledBack();
        }
    }

    /** What was set since the savepoint is not set any more. */
    private void rolledBack() {
        if (context.limits() != null) {
            context.limits().forget();
        }
    }

    /** Does something; if it throws, the database and the entities are as they were before. */
    <T, X extends Exception> T block(Part<T, X> work) throws X {
        checkBeginning();
        settle();
        return open(() -> Optional.of(new NestedBlock(unit, context.mapped(), innermost)), () -> {
            T result = work.run();
            checkOpen();
            settle();
            return result;
        });
    }

    private void checkBeginning() {
        boolean told = context.events() != null && context.events().isFlushing();
        if (told || unit.isWithinFlush() || unit.getCommitManager().isActive()) {
            throw new OrmException(
                    OrmError.NESTED_REFUSED,
                    "a nested block cannot begin while changes are being written; begin it before the flush, or after");
        }
    }

    /** Writes what is changed. */
    private void settle() {
        if (Pending.in(unit, context.mapped())) {
            context.flush(context.entities());
        } else {
            unit.writesCompleted();
        }
    }

    private <T, X extends Exception> T open(Supplier<Optional<NestedBlock>> begin, Part<T, X> work) throws X {
        RollbackMark marked = mark();
        if (marked.isSet()) {
            throw over("nothing can be nested in the transaction");
        }
        Savepoint savepoint = Savepoint.set(new UnitConnection(unit), depth + 1);
        depth++;
        marked.opened();
        NestedBlock around = innermost;
        int lastRows = context.lastRows();
        try {
            return done(savepoint, begin, around, work);
        } catch (Throwable failure) {
            context.keepLastRows(lastRows);
            throw failure;
        } finally {
            innermost = around;
            depth--;
            ended &= depth > 0;
            marked.closed();
        }
    }

    private <T, X extends Exception> T done(
            Savepoint savepoint, Supplier<Optional<NestedBlock>> begin, @Nullable NestedBlock around, Part<T, X> work)
            throws X {
        Optional<NestedBlock> block = Optional.empty();
        T result;
        try {
            block = begin.get();
            innermost = block.orElse(around);
            tell(SavepointEvent.AfterSavepoint::new);
            result = work.run();
            checkOpen();
            checkUnmarked();
            savepoint.release();
        } catch (Throwable failure) {
            innermost = around;
            undo(savepoint, block, failure);
            throw failure;
        }
        innermost = around;
        keep(block);
        return result;
    }

    /** Who sees an exception leave takes the block for undone, and it cannot be any more. */
    private void keep(Optional<NestedBlock> block) {
        try {
            block.ifPresent(NestedBlock::keep);
            tell(SavepointEvent.AfterRelease::new);
        } catch (RuntimeException | Error e) {
            end(e);
            throw e;
        }
    }

    private void checkOpen() {
        if (!unit.isActive() || !unit.isInTransaction()) {
            throw new OrmException(
                    OrmError.TRANSACTION_FAILED,
                    "the transaction was ended within a nested block; end it where it was begun, after the block");
        }
    }

    /** Somebody may have caught what failed. */
    private void checkUnmarked() {
        if (mark().isSet()) {
            throw new OrmException(
                    OrmError.TRANSACTION_FAILED,
                    "what was done in the nested block is undone, because something failed in it and nobody minded, or"
                            + " somebody marked the transaction; let the exception leave the block");
        }
    }

    private void undo(Savepoint savepoint, Optional<NestedBlock> block, Throwable failure) {
        if (ended || Endings.isIn(failure) || !unit.isActive()) {
            block.ifPresent(NestedBlock::leave);
            end(failure);
            return;
        }
        try {
            Flushing.forgetBatches(unit);
            savepoint.rollback();
            rolledBack();
            mark().takeBack();
            block.ifPresent(this::restore);
        } catch (RuntimeException | Error e) {
            failure.addSuppressed(e);
            end(failure);
            return;
        }
        tellOfRollback(failure);
    }

    /** An error of a listener does not take the place of what the block failed with. */
    private void tellOfRollback(Throwable failure) {
        try {
            tell(SavepointEvent.AfterRollbackTo::new);
        } catch (Error e) {
            failure.addSuppressed(e);
        }
    }

    private void restore(NestedBlock block) {
        if (context.events() != null) {
            context.events().undone();
        }
        block.undo(context.mapped());
        context.sides().flushed();
    }

    /** The transaction is over, whatever was meant to be undone alone. */
    private void end(Throwable failure) {
        ended = true;
        mark().set();
        failure.addSuppressed(over("the transaction has ended in a nested block"));
    }

    private void tell(BiFunction<EventScope, Integer, SavepointEvent> event) {
        if (context.events() != null) {
            context.events().savepoint(scope -> event.apply(scope, depth));
        }
    }

    /** That of the transaction that there is now. */
    private RollbackMark mark() {
        if (mark == null || depth == 0) {
            mark = RollbackMark.of(unit, context);
        }
        return mark;
    }

    private static OrmException over(String what) {
        return new OrmException(
                OrmError.TRANSACTION_FAILED, what + ": it can only be rolled back; do so, and begin another");
    }

    /** What is done. */
    interface Part<T, X extends Exception> {
        T run() throws X;
    }
}
