// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.schema;

/**
 * How a sequence counts. Immutable and thread-safe.
 *
 * @param type {@code bigint}, {@code integer} or {@code smallint}
 * @param start the first number
 * @param increment the step
 * @param minimum the least number
 * @param maximum the greatest number
 * @param cache how many numbers a session takes at once
 * @param cycles whether it begins again at its end
 */
public record SequenceOptions(
        String type, long start, long increment, long minimum, long maximum, long cache, boolean cycles) {
    /** From one number on, by a step, as far as the type reaches. */
    public static SequenceOptions of(String type, long start, long increment) {
        return increment > 0
                ? new SequenceOptions(type, start, increment, 1, greatest(type), 1, false)
                : new SequenceOptions(type, start, increment, -greatest(type) - 1, -1, 1, false);
    }

    /** Numbers of {@code bigint} from 1 on. */
    public static SequenceOptions standard() {
        return of("bigint", 1, 1);
    }

    private static long greatest(String type) {
        return switch (type) {
            case "smallint" -> Short.MAX_VALUE;
            case "integer" -> Integer.MAX_VALUE;
            default -> Long.MAX_VALUE;
        };
    }

    /** What is not as it would be if nothing was said, as SQL has it, each after a blank. */
    public String sql() {
        SequenceOptions usual = of(type, increment > 0 ? 1 : -1, increment);
        return (increment == 1 ? "" : " increment by " + increment)
                + (minimum == usual.minimum ? "" : " minvalue " + minimum)
                + (maximum == usual.maximum ? "" : " maxvalue " + maximum)
                + (start == (increment > 0 ? minimum : maximum) ? "" : " start with " + start)
                + (cache == 1 ? "" : " cache " + cache)
                + (cycles ? " cycle" : "");
    }

    /** All of it, as SQL has it, each after a blank. */
    public String completeSql() {
        return " increment by " + increment + " minvalue " + minimum + " maxvalue " + maximum + " start with " + start
                + " cache " + cache + (cycles ? " cycle" : " no cycle");
    }
}
