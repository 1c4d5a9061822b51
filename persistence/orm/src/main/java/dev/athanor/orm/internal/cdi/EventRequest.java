// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.cdi;

import dev.athanor.orm.outbox.Delivery;
import dev.athanor.orm.outbox.EventContext;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.Map;
import java.util.concurrent.Callable;

/** Gives each event a request of CDI's, for handlers that use beans of requests. Thread-safe. */
record EventRequest(BeanManager manager) implements EventContext {
    @Override
    public Map<String, String> headers() {
        return Map.of();
    }

    @Override
    public void around(Delivery delivery, Callable<?> handling) throws Exception {
        Instance<RequestContextController> controllers =
                manager.createInstance().select(RequestContextController.class);
        RequestContextController controller = controllers.get();
        boolean own = controller.activate();
        try {
            handling.call();
        } finally {
            if (own) {
                controller.deactivate();
            }
            controllers.destroy(controller);
        }
    }
}
