// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.replica;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where what only reads was read.
 *
 * @param onReplica how often from the replica
 * @param lagging how often from the primary, because the replica did not have what the client wrote
 * @param unreachable how often from the primary, because the replica could not be reached
 * @param waited how often the replica was waited for
 */
public record ReplicaFigures(long onReplica, long lagging, long unreachable, long waited) {
    /** The same of texts and numbers, for any JSON library. */
    public Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("onReplica", onReplica);
        map.put("lagging", lagging);
        map.put("unreachable", unreachable);
        map.put("waited", waited);
        return map;
    }
}
