// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor.model;

import com.palantir.javapoet.ClassName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A field of a generated class. */
public sealed interface Member {
    /** The name of the attribute that it is. */
    String attribute();

    /** A column. */
    record Column(String attribute, String name, Optional<String> part, ColumnType type, boolean key)
            implements Member {}

    /** An embedded object. */
    record Embedded(
            String attribute, ClassName holder, Optional<String> part, Map<String, String> overrides, boolean key)
            implements Member {}

    /** A relation to one, with its key: the columns here by those they refer to. */
    record Reference(String attribute, Target target, Optional<String> part, Map<String, String> names, boolean key)
            implements Member {}

    /** A relation to one by other columns than its key. */
    record Foreign(String attribute, Target target, Optional<String> part, Map<String, String> names)
            implements Member {}

    /** A relation that another is the other side of. */
    record Inverse(String attribute, Target target, boolean many, String mappedBy) implements Member {}

    /** A relation by a table between the two. */
    record Linked(String attribute, Target target, boolean many, LinkTable link) implements Member {}

    /** A relation to many by a foreign key that they have no attribute for. */
    record Referred(String attribute, Target target, List<String> own, Optional<String> part, List<String> theirs)
            implements Member {}

    /** A collection of values in a table of its own. */
    record Elements(String attribute, ValueTable table, List<String> own, List<String> theirs) implements Member {}
}
