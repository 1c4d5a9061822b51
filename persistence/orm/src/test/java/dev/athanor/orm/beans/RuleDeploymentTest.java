// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.beans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.InJavaSe;
import dev.athanor.orm.internal.cdi.SessionExtension;
import dev.athanor.orm.transaction.Isolation;
import dev.athanor.orm.transaction.IsolationLevel;
import dev.athanor.orm.transaction.Nested;
import dev.athanor.orm.transaction.ReadOnly;
import dev.athanor.orm.transaction.Retry;
import jakarta.annotation.Priority;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateful;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.inject.Produces;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.Test;

/** What beans say of their transactions and cannot be done is told when the application starts. */
@InJavaSe
class RuleDeploymentTest {
    private static Weld application(Class<?>... beans) {
        return new Weld()
                .disableDiscovery()
                .addExtension(new SessionExtension())
                .addBeanClass(Managers.class)
                .addBeanClasses(beans);
    }

    private static void refused(Class<?> bean, String... parts) {
        assertThatThrownBy(() -> application(bean).initialize())
                .hasMessageContaining(bean.getSimpleName())
                .hasMessageContainingAll(parts);
    }

    private static void starts(Class<?>... beans) {
        try (WeldContainer container = application(beans).initialize()) {
            assertThat(container.isRunning()).isTrue();
        }
    }

    @Test
    void whatTheContainerBeginsCannotBeTriedAgain() {
        refused(
                RetryingDesk.class,
                "RetryingDesk.write has @Retry",
                "write @Retry and @Transactional on a bean of CDI");
        refused(RetryingCounter.class, "TransactionManagementType.BEAN");
    }

    @Test
    void whatAnEnterpriseBeanBeginsItselfCanBeTriedAgain() {
        starts(OwnDesk.class, OutsideDesk.class);
    }

    @Test
    void whatLeavesAnEnterpriseBeanIsNotUndoneAlone() {
        refused(NestedDesk.class, "@Nested", "write session.nested(…) within the method");
    }

    @Test
    void whatABeanBeginsItselfItIsolatesItself() {
        refused(IsolatedOwnDesk.class, "@Isolation", "write session.setTransaction(…) within the method");
        refused(ReadingOwnDesk.class, "@ReadOnly", "write session.setTransaction(…) within the method");
    }

    @Test
    void whatBeginsNoTransactionIsNotIsolated() {
        refused(IsolatedShelves.class, "@Isolation", "write @Transactional beside it");
        refused(NeverIsolatedShelves.class, "NEVER", "another kind of transaction");
        refused(NeverNestedShelves.class, "NOT_SUPPORTED");
        refused(NeverReadingDesk.class, "NOT_SUPPORTED");
    }

    @Test
    void aPartOfATransactionCannotBeTriedAgain() {
        refused(RetryingPart.class, "@Nested, too", "write @Retry where the transaction begins");
        refused(RetryingMember.class, "its caller's");
    }

    @Test
    void whatIsSaidOfAClassIsSaidOfItsMethods() {
        refused(RetryingClass.class, "RetryingClass has @Retry");
        refused(Heir.class, "Heir has @Nested");
        refused(Served.class, "Served has @Isolation", "write @Transactional beside it");
    }

    @Test
    void aMethodSaysItAnotherWayThanItsClass() {
        starts(MixedShelves.class);
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        assertThatThrownBy(() ->
                        application(IsolatedShelves.class, NestedDesk.class).initialize())
                .hasMessageContaining("IsolatedShelves")
                .hasMessageContaining("NestedDesk");
    }

    @Test
    void attemptsAreTwoAtLeast() {
        refused(RetryingOnce.class, "2 attempts at least");
        refused(RetryingBackwards.class, "waits are not negative");
        refused(RetryingInThePast.class, "waits are not negative");
        refused(RetryingForNothing.class, "names no reason");
    }

    @Test
    void nothingStandsAroundAPrivateMethod() {
        refused(Secretive.class, "Secretive.hidden has @Nested", "private or static");
    }

    @Test
    void theSessionThatIsMeantIsThere() {
        refused(NestedElsewhere.class, "session is meant by Shelf.class", "[@Default]");
    }

    @Test
    void theOnlySessionNeedsNoName() {
        try (WeldContainer container = new Weld()
                .disableDiscovery()
                .addExtension(new SessionExtension())
                .beanClasses(ShelfManagers.class, WellPlaced.class)
                .initialize()) {
            assertThat(container.isRunning()).isTrue();
        }
    }

    @Test
    void whatBeginsTransactionsStandsInItsPlace() {
        starts(WellPlaced.class, Placed.class);
        assertThatThrownBy(() -> application(WellPlaced.class, TooEarly.class).initialize())
                .hasMessageContainingAll("@Retry", "TooEarly", "PLATFORM_BEFORE + 200");
        assertThatThrownBy(() -> application(WellPlaced.class, TooLate.class).initialize())
                .hasMessageContainingAll("@Isolation", "TooLate", "PLATFORM_BEFORE + 200");
    }

    /** It notes before what there is, and isolates what has begun after that. */
    @Test
    void whatBeginsTransactionsStandsBetweenTheTwoThatIsolate() {
        starts(Isolated.class, Placed.class);
        for (Class<?> misplaced : new Class<?>[] {TooEarly.class, TooLate.class}) {
            assertThatThrownBy(() -> application(Isolated.class, misplaced).initialize())
                    .hasMessageContainingAll("@Isolation", misplaced.getSimpleName(), "PLATFORM_BEFORE + 200");
        }
    }

    static class Managers {
        @Produces
        EntityManager entities() {
            throw new UnsupportedOperationException("nobody asks");
        }
    }

    static class ShelfManagers {
        @Produces
        @Shelf
        EntityManager entities() {
            throw new UnsupportedOperationException("nobody asks");
        }
    }

    @Stateless
    static class RetryingDesk {
        @Retry
        public void write() {}
    }

    @Singleton
    @Retry
    static class RetryingCounter {
        public void count() {}
    }

    @Stateless
    @TransactionManagement(TransactionManagementType.BEAN)
    static class OwnDesk {
        @Retry
        public void write() {}
    }

    @Stateless
    static class OutsideDesk {
        @Retry
        @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
        public void write() {}
    }

    @Stateful
    static class NestedDesk {
        @Nested
        public void write() {}
    }

    @Stateless
    @TransactionManagement(TransactionManagementType.BEAN)
    static class IsolatedOwnDesk {
        @Isolation(IsolationLevel.SERIALIZABLE)
        public void write() {}
    }

    @Stateless
    @TransactionManagement(TransactionManagementType.BEAN)
    static class ReadingOwnDesk {
        @ReadOnly
        public void read() {}
    }

    @Stateless
    static class NeverReadingDesk {
        @ReadOnly
        @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
        public void read() {}
    }

    static class IsolatedShelves {
        @Isolation(IsolationLevel.SERIALIZABLE)
        public void write() {}
    }

    static class NeverIsolatedShelves {
        @Transactional(TxType.NEVER)
        @Isolation(IsolationLevel.SERIALIZABLE)
        public void write() {}
    }

    static class NeverNestedShelves {
        @Transactional(TxType.NOT_SUPPORTED)
        @Nested
        public void write() {}
    }

    static class RetryingPart {
        @Transactional
        @Retry
        @Nested
        public void write() {}
    }

    static class RetryingMember {
        @Transactional(TxType.MANDATORY)
        @Retry
        public void write() {}
    }

    @Stateless
    @Retry
    static class RetryingClass {
        public void write() {}

        public void writeMore() {}
    }

    @Nested
    static class Ancestor {
        public void write() {}
    }

    @Transactional(TxType.NEVER)
    static class Heir extends Ancestor {}

    @Serving
    static class Served {
        public void write() {}
    }

    @Transactional
    @Isolation(IsolationLevel.SERIALIZABLE)
    @Retry
    static class MixedShelves {
        public void write() {}

        @ReadOnly
        @Isolation(IsolationLevel.REPEATABLE_READ)
        @Transactional(TxType.REQUIRES_NEW)
        public void read() {}
    }

    static class RetryingOnce {
        @Retry(attempts = 1)
        public void write() {}
    }

    static class RetryingBackwards {
        @Retry(firstWait = 20, longestWait = 10)
        public void write() {}
    }

    static class RetryingInThePast {
        @Retry(firstWait = -1)
        public void write() {}
    }

    static class RetryingForNothing {
        @Retry(on = {})
        public void write() {}
    }

    @SuppressWarnings("UnusedMethod")
    static class Secretive {
        @Nested
        private void hidden() {}
    }

    static class NestedElsewhere {
        @Nested(session = Shelf.class)
        public void write() {}
    }

    static class WellPlaced {
        @Transactional
        @Retry
        @Isolation(IsolationLevel.SERIALIZABLE)
        public void write() {}
    }

    static class Isolated {
        @Transactional
        @Isolation(IsolationLevel.SERIALIZABLE)
        public void write() {}
    }

    static class Beginning {
        @AroundInvoke
        Object around(InvocationContext call) throws Exception {
            return call.proceed();
        }
    }

    @Interceptor
    @Transactional
    @Priority(Interceptor.Priority.PLATFORM_BEFORE + 200)
    static class Placed extends Beginning {}

    @Interceptor
    @Transactional
    @Priority(Interceptor.Priority.PLATFORM_BEFORE)
    static class TooEarly extends Beginning {}

    @Interceptor
    @Transactional
    @Priority(Interceptor.Priority.APPLICATION)
    static class TooLate extends Beginning {}
}
