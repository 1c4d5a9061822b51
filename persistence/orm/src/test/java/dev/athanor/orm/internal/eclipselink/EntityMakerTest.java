// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EntityMakerTest {
    private static final MethodType MAKE = MethodType.methodType(
            Object.class, Object[].class, EntityRows.Row.class, UnitOfWorkImpl.class, boolean.class, Object.class);

    @SuppressWarnings("unused") // by its handle
    private static Object given(
            @Nullable Object[] values,
            EntityRows.@Nullable Row row,
            @Nullable UnitOfWorkImpl unit,
            boolean transactional,
            Object key) {
        return List.of(key, transactional, String.valueOf(values[0]));
    }

    @SuppressWarnings("unused") // by its handle
    private static Object failing(
            @Nullable Object[] values,
            EntityRows.@Nullable Row row,
            @Nullable UnitOfWorkImpl unit,
            boolean transactional,
            Object key)
            throws IOException {
        if (transactional) {
            throw new IOException("read");
        }
        throw new IllegalArgumentException("refused");
    }

    private static EntityMaker maker(String method) {
        try {
            MethodHandle handle = MethodHandles.lookup().findStatic(EntityMakerTest.class, method, MAKE);
            return EntityMaker.calling(handle);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("NullAway") // the handles look at neither rows nor units
    private static Object made(EntityMaker maker, boolean transactional) {
        return maker.make(new Object[] {"value"}, null, null, transactional, 7L);
    }

    @Test
    void makesWhatItsHandleGives() {
        assertThat(made(maker("given"), true)).isEqualTo(List.of(7L, true, "value"));
    }

    @Test
    void eachIsOfAClassOfItsOwnThatCanBeUnloaded() {
        EntityMaker first = maker("given");
        EntityMaker second = maker("given");
        assertThat(first.getClass()).isNotEqualTo(second.getClass());
        assertThat(first.getClass().isHidden()).isTrue();
    }

    @Test
    void failsAsItsHandleDoes() {
        EntityMaker failing = maker("failing");
        assertThatThrownBy(() -> made(failing, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("refused");
        assertThatThrownBy(() -> made(failing, true)).hasRootCauseInstanceOf(IOException.class);
    }
}
