// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.cdi;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.security.enterprise.SecurityContext;
import java.security.Principal;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Who has sent the request that is at work, as Jakarta Security says. Thread-safe. */
final class ServerCaller implements Supplier<@Nullable String> {
    private static final String API = "jakarta.security.enterprise.SecurityContext";

    private final SecurityContext security;

    private ServerCaller(SecurityContext security) {
        this.security = security;
    }

    /** Of this server, or nobody where there is no such API. */
    static Supplier<@Nullable String> of(BeanManager manager) {
        return ServerApi.isServed(API, manager) ? found(manager) : () -> null;
    }

    private static Supplier<@Nullable String> found(BeanManager manager) {
        Instance<SecurityContext> security = manager.createInstance().select(SecurityContext.class);
        return new ServerCaller(security.get());
    }

    @Override
    public @Nullable String get() {
        Principal caller = security.getCallerPrincipal();
        return caller == null ? null : caller.getName();
    }
}
