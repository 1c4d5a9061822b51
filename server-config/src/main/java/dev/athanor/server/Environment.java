// SPDX-License-Identifier: Apache-2.0
package dev.athanor.server;

import java.util.Map;
import java.util.Optional;

/** What the environment says; what is set but empty counts as not set. */
record Environment(Map<String, String> variables) {

    Optional<String> get(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
    }

    String required(String name, String because) {
        return get(name).orElseThrow(() -> new StartFailure(because + ", so " + name + " must be set, too."));
    }

    int port(String name, int usual) {
        String value = get(name).orElse(String.valueOf(usual));
        try {
            int port = Integer.parseInt(value.strip());
            if (port > 0 && port < 65_536) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new StartFailure(name + " is \"" + value + "\", which is no port.", e);
        }
        throw new StartFailure(name + " is " + value + ", which is no port.");
    }
}
