// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.insight;

import java.lang.management.ManagementFactory;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;

/**
 * A pool of Open Liberty's, read by the server's MBean {@code ConnectionPoolStats}, which the feature
 * {@code monitor-1.0} provides; how many wait, by the text that the MBean {@code ConnectionManagerMBean} shows. How
 * many waited in vain, neither tells. Until a pool is first used, it is empty. Thread-safe.
 */
public final class LibertyPool implements PoolFigures {
    private static final String MANAGER = "WebSphere:type=com.ibm.ws.jca.cm.mbean.ConnectionManagerMBean,jndiName=";
    private static final Pattern WAITING = Pattern.compile("(?m)^\\s*waiting=(\\d+)\\s*$");
    private static final PoolReading EMPTY = new PoolReading(0, 0, OptionalLong.empty(), OptionalLong.empty());

    private final MBeanServer server;
    private final ObjectName name;
    private final ObjectName managers;

    private LibertyPool(MBeanServer server, ObjectName name, ObjectName managers) {
        this.server = server;
        this.name = name;
        this.managers = managers;
    }

    /** That of a data source of this JNDI name, in the server that this runs in. */
    public static LibertyPool of(String jndiName) {
        return of(jndiName, ManagementFactory.getPlatformMBeanServer());
    }

    /** That of a data source of this JNDI name, as a server of MBeans has it. */
    public static LibertyPool of(String jndiName, MBeanServer server) {
        try {
            return new LibertyPool(
                    Objects.requireNonNull(server, "server"),
                    new ObjectName("WebSphere:type=ConnectionPoolStats,name=" + jndiName),
                    new ObjectName(MANAGER + jndiName + ",*"));
        } catch (MalformedObjectNameException e) {
            throw new IllegalArgumentException("\"" + jndiName + "\" is no name of a data source", e);
        }
    }

    @Override
    public PoolReading read() {
        if (!server.isRegistered(name)) {
            return EMPTY;
        }
        try {
            long size = number("ManagedConnectionCount");
            return new PoolReading(size, size - number("FreeConnectionCount"), waiting(), OptionalLong.empty());
        } catch (JMException e) {
            throw new IllegalStateException("the server does not tell how its pool " + name + " is used", e);
        }
    }

    private long number(String attribute) throws JMException {
        return ((Number) server.getAttribute(name, attribute)).longValue();
    }

    private OptionalLong waiting() throws JMException {
        OptionalLong waiting = OptionalLong.empty();
        for (ObjectName manager : server.queryNames(managers, null)) {
            Matcher line = WAITING.matcher(contents(manager));
            if (line.find()) {
                waiting = OptionalLong.of(waiting.orElse(0) + Long.parseLong(line.group(1)));
            }
        }
        return waiting;
    }

    private String contents(ObjectName manager) throws JMException {
        return String.valueOf(server.invoke(manager, "showPoolContents", new Object[0], new String[0]));
    }
}
