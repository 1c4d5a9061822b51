// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.OrmException;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.sessions.DatabaseLogin;
import org.eclipse.persistence.sessions.Project;
import org.eclipse.persistence.sessions.server.ServerSession;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RaisingHolderTest {
    private final ServerSession server = new ServerSession(new Project(new DatabaseLogin()));
    private final UnitOfWorkImpl unit = new UnitOfWorkImpl(server, null);

    /** EclipseLink releases holders to the cache that units of work share when it merges an entity into it. */
    @Test
    void whatIsReleasedToTheSharedCacheIsNotRefusedThere() {
        RaisingHolder<String> holder = new RaisingHolder<>(new ReadyHolder<>("there", unit), "refused", Optional::empty, unit);
        assertThatThrownBy(holder::getValue).isInstanceOf(OrmException.class).hasMessage("refused");

        holder.releaseWrappedValueHolder(server);

        assertThat(holder.getSession()).isSameAs(server);
        assertThat(holder.getValue()).isEqualTo("there");
    }
}
