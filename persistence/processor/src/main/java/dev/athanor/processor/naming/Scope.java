// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor.naming;

import java.util.Map;
import java.util.TreeMap;

/** Where attributes are: on a path, along which their columns may be called otherwise than their class says. */
record Scope(String path, Map<String, String> overrides) {
    String name(String attribute, String otherwise) {
        return overrides.getOrDefault(path + attribute, otherwise);
    }

    Scope embedded(String attribute, Map<String, String> inner) {
        String here = path + attribute + ".";
        Map<String, String> all = new TreeMap<>();
        inner.forEach((name, column) -> all.put(here + name, column));
        all.putAll(overrides);
        return new Scope(here, all);
    }
}
