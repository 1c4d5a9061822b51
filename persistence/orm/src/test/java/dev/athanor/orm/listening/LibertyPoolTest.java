// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.listening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.insight.LibertyPool;
import java.util.OptionalLong;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

/** Pools of Open Liberty, by MBeans of the shape that the server's have. */
class LibertyPoolTest {
    private final MBeanServer server = MBeanServerFactory.newMBeanServer();

    @Test
    void whatIsNotFreeIsInUse() throws JMException {
        server.registerMBean(new Stats(), new ObjectName("WebSphere:type=ConnectionPoolStats,name=jdbc/main"));
        assertThat(LibertyPool.of("jdbc/main", server).read()).satisfies(reading -> {
            assertThat(reading.size()).isEqualTo(7);
            assertThat(reading.inUse()).isEqualTo(5);
            assertThat(reading.waiting()).isEqualTo(OptionalLong.empty());
        });
    }

    @Test
    void howManyWaitIsReadFromWhatTheManagerShows() throws JMException {
        server.registerMBean(new Stats(), new ObjectName("WebSphere:type=ConnectionPoolStats,name=jdbc/main"));
        server.registerMBean(
                new Manager(),
                new ObjectName("WebSphere:type=com.ibm.ws.jca.cm.mbean.ConnectionManagerMBean,"
                        + "jndiName=jdbc/main,name=dataSource[main]/connectionManager[default-0]"));

        assertThat(LibertyPool.of("jdbc/main", server).read().waiting()).hasValue(3);
    }

    @Test
    void aPoolThatNobodyHasUsedIsEmpty() {
        assertThat(LibertyPool.of("jdbc/other", server).read().size()).isZero();
    }

    @Test
    void namesAreChecked() {
        assertThatThrownBy(() -> LibertyPool.of("a,b", server)).hasMessageContaining("\"a,b\"");
    }

    /** As the server has it. */
    public interface ManagerMXBean {
        String showPoolContents();
    }

    /** Some contents. */
    public static final class Manager implements ManagerMXBean {
        @Override
        public String showPoolContents() {
            return "name=a\njndiName=jdbc/main\nmaxPoolSize=5\nsize=5\nwaiting=3\nunshared=0\nshared=5\navailable=0\n";
        }
    }

    /** As the server has it. */
    public interface StatsMXBean {
        long getManagedConnectionCount();

        long getFreeConnectionCount();
    }

    /** Some figures. */
    public static final class Stats implements StatsMXBean {
        @Override
        public long getManagedConnectionCount() {
            return 7;
        }

        @Override
        public long getFreeConnectionCount() {
            return 2;
        }
    }
}
