// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit;

import java.util.List;
import java.util.stream.Stream;

/**
 * The attributes of an entity or of what is embedded in one, by the fields of its table.
 *
 * @param type the class
 * @param table the table, or the part of it that an embedded object is
 * @param path where it is embedded; empty for an entity
 * @param attributes the attributes
 */
record Shape(Class<?> type, Object table, String path, List<Attribute> attributes) {
    Shape {
        attributes = List.copyOf(attributes);
    }

    /** All attributes, those of embedded objects after the object. */
    Stream<Attribute> all() {
        return attributes.stream()
                .flatMap(attribute -> attribute instanceof Attribute.Embedded embedded
                        ? Stream.concat(Stream.of(attribute), embedded.shape().all())
                        : Stream.of(attribute));
    }

    /** The attributes that are values in columns, those of embedded objects, too. */
    Stream<Attribute.Basic> basics() {
        return all().filter(Attribute.Basic.class::isInstance).map(Attribute.Basic.class::cast);
    }

    /** The relations, those of embedded objects, too. */
    Stream<Attribute.Relation> relations() {
        return all().filter(Attribute.Relation.class::isInstance).map(Attribute.Relation.class::cast);
    }

    /** The collections of values, those of embedded objects, too. */
    Stream<Attribute.Values> values() {
        return all().filter(Attribute.Values.class::isInstance).map(Attribute.Values.class::cast);
    }

    /** This, and what is embedded in it. */
    Stream<Shape> shapes() {
        return Stream.concat(
                Stream.of(this),
                attributes.stream()
                        .filter(Attribute.Embedded.class::isInstance)
                        .flatMap(attribute ->
                                ((Attribute.Embedded) attribute).shape().shapes()));
    }
}
