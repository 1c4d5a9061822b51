// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.press;

import jakarta.persistence.PostLoad;
import java.util.function.Consumer;

/** Does what a test wants when a letter is loaded. */
public class LetterReader {
    private static final ThreadLocal<Consumer<Letter>> WANTED = ThreadLocal.withInitial(() -> letter -> {});

    /** Lets something be done with letters that are loaded, while something else is. */
    public static void during(Consumer<Letter> wanted, Runnable work) {
        WANTED.set(wanted);
        try {
            work.run();
        } finally {
            WANTED.remove();
        }
    }

    @PostLoad
    void loaded(Letter letter) {
        WANTED.get().accept(letter);
    }
}
