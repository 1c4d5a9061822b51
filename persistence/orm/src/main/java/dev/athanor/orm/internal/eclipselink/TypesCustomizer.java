// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;
import org.eclipse.persistence.sessions.server.ServerSession;

/**
 * Lets a persistence unit have the conversions of sessions from its beginning, for code that works with entity managers
 * before the first session is there: the property {@code eclipselink.session.customizer} names this class.
 */
public final class TypesCustomizer implements SessionCustomizer {
    @Override
    public void customize(Session session) {
        session.getEventManager().addListener(new SessionEventAdapter() {
            @Override
            public void postLogin(SessionEvent event) {
                if (event.getSession() instanceof ServerSession complete) {
                    Conversions.install(complete);
                }
            }
        });
    }
}
