// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.press;

import dev.athanor.orm.Session;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Tells how many class loaders of this application are still held that it had when it was deployed before. */
@WebServlet(urlPatterns = "/loaders", loadOnStartup = 1)
public class LoaderWatch extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String LOADERS = "dev.athanor.it.press.loaders";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Where all deployments find it, of classes that are none's. */
    @SuppressWarnings("unchecked")
    private static Set<WeakReference<ClassLoader>> loaders() {
        return (Set<WeakReference<ClassLoader>>)
                System.getProperties().computeIfAbsent(LOADERS, key -> ConcurrentHashMap.newKeySet());
    }

    @Override
    public void init() {
        loaders().add(new WeakReference<>(Session.class.getClassLoader()));
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getWriter().print(held());
    }

    private static long held() {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (others() > 0 && Instant.now().isBefore(deadline)) {
            System.gc();
        }
        return others();
    }

    private static long others() {
        return loaders().stream()
                .map(WeakReference::get)
                .filter(loader -> loader != null && loader != Session.class.getClassLoader())
                .count();
    }
}
