// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it;

import java.util.concurrent.ThreadLocalRandom;

/** Where clients come from: addresses that are for tests. */
public final class Addresses {
    private Addresses() {}

    /** One that hardly any other client has, as limits are by address. */
    public static String random() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return "198." + random.nextInt(18, 20) + "." + random.nextInt(256) + "." + random.nextInt(256);
    }
}
