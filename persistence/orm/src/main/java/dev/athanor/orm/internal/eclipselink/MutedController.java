// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.persistence.exceptions.ExceptionHandler;
import org.eclipse.persistence.internal.jpa.EntityManagerImpl;
import org.eclipse.persistence.internal.jpa.transaction.JTATransactionWrapper;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.sessions.ExternalTransactionController;
import org.eclipse.persistence.sessions.server.ClientSession;
import org.eclipse.persistence.sessions.server.ServerSession;
import org.eclipse.persistence.transaction.AbstractTransactionController;
import org.eclipse.persistence.transaction.JTATransactionController;
import org.jspecify.annotations.Nullable;

/**
 * Leads EclipseLink to a container's transactions as the one that it had before, but keeps from them that they can only
 * be rolled back for as long as a savepoint can undo what failed: a container never takes that back. Relies on
 * EclipseLink marking transactions by its controller only; the tests of nested blocks in the container would notice.
 * Thread-safe.
 */
final class MutedController extends JTATransactionController {
    private static final Hidden<ExternalTransactionController> OF_SESSION =
            Hidden.of(AbstractSession.class, "externalTransactionController");
    private static final Hidden<Object> WRAPPER = Hidden.of(EntityManagerImpl.class, "transaction");
    private static final Hidden<AbstractTransactionController> OF_WRAPPER =
            Hidden.of(JTATransactionWrapper.class, "txnController");

    private final Map<Object, Muted> muted = new ConcurrentHashMap<>();

    private MutedController(JTATransactionController other) {
        super(other.getTransactionManager());
        setListenerFactory(other.getListenerFactory());
        setExceptionHandler(failure -> told(other.getExceptionHandler(), failure));
    }

    /**
     * What fails while a transaction commits, as the toolkit's errors, which are the cause of what the container
     * throws.
     */
    private static @Nullable Object told(@Nullable ExceptionHandler other, RuntimeException failure) {
        RuntimeException known = Failures.known(failure).orElse(failure);
        if (other != null) {
            return other.handleException(known);
        }
        throw known;
    }

    /** Takes the place of what a persistence unit has; nothing is done where transactions are not a container's. */
    static void install(ServerSession server) {
        ExternalTransactionController before = server.getExternalTransactionController();
        if (before instanceof JTATransactionController container && !(before instanceof MutedController)) {
            MutedController ours = new MutedController(container);
            server.setExternalTransactionController(ours);
            if (container.isSequencingCallbackRequired()) {
                ours.initializeSequencingListeners();
            }
        }
    }

    /** That of a persistence unit; an entity manager that is older than it learns of it. */
    static MutedController reaching(UnitOfWorkImpl unit, EntityManager entities) {
        AbstractSession server = ((ClientSession) unit.getParent()).getParent();
        if (!(server.getExternalTransactionController() instanceof MutedController ours)) {
            throw new OrmException(
                    OrmError.NESTED_REFUSED,
                    "nothing can be nested in transactions of "
                            + server.getExternalTransactionController()
                                    .getClass()
                                    .getName() + "; JTA's are known");
        }
        if (unit.getParent().getExternalTransactionController() != ours) {
            OF_SESSION.set(unit.getParent(), ours);
        }
        if (WRAPPER.of(entities) instanceof JTATransactionWrapper wrapper) {
            OF_WRAPPER.set(wrapper, ours);
        }
        return ours;
    }

    /** That of the thread's transaction. */
    RollbackMark mark() {
        return new JtaMark(this, getTransaction());
    }

    void mute(Object transaction) {
        muted.computeIfAbsent(transaction, any -> new Muted()).depth++;
    }

    void unmute(Object transaction) {
        Muted state = muted.get(transaction);
        if (state != null && --state.depth == 0) {
            muted.remove(transaction);
            if (state.marked && getTransaction() != null) {
                markTransactionForRollback();
            }
        }
    }

    /** Whether the thread's transaction can only be rolled back, or has been. */
    boolean isMarked(Object transaction) {
        Muted state = muted.get(transaction);
        return (state != null && state.marked) || !isActive();
    }

    private boolean isActive() {
        try {
            return getTransactionManager().getStatus() == Status.STATUS_ACTIVE;
        } catch (SystemException e) {
            throw new OrmException(OrmError.TRANSACTION_FAILED, "the container does not tell of its transaction", e);
        }
    }

    void takeBack(Object transaction) {
        Muted state = muted.get(transaction);
        if (state != null) {
            state.marked = false;
        }
    }

    @Override
    protected void markTransactionForRollback_impl() throws Exception {
        Object transaction = getTransaction_impl();
        Muted state = transaction == null ? null : muted.get(transaction);
        if (state == null) {
            super.markTransactionForRollback_impl();
        } else {
            state.marked = true;
        }
    }

    /** What a transaction is not told yet. */
    private static final class Muted {
        private int depth;
        private boolean marked;
    }
}
