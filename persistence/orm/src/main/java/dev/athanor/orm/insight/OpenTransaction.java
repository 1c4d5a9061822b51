// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.insight;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A transaction that is open.
 *
 * @param number its number in the persistence unit
 * @param thread the thread that opened it
 * @param age how long it has been open
 * @param opened the stack that opened it, the innermost place first
 */
public record OpenTransaction(long number, String thread, Duration age, List<StackTraceElement> opened) {
    /** Keeps a copy. */
    public OpenTransaction {
        opened = List.copyOf(opened);
    }

    @Override
    public String toString() {
        return "transaction " + number + " has been open for " + age.toMillis() + " ms; it was opened by the thread "
                + thread + opened.stream().map(place -> "\n\tat " + place).collect(Collectors.joining());
    }

    Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("number", number);
        map.put("thread", thread);
        map.put("millis", age.toMillis());
        map.put("opened", opened.stream().map(StackTraceElement::toString).toList());
        return map;
    }
}
