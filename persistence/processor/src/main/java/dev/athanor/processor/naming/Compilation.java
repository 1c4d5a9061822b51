// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor.naming;

import dev.athanor.processor.reading.ClassReader;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * What is compiled.
 *
 * @param elements its elements
 * @param types its types
 * @param classes what reads its classes
 * @param entities the entities that it knows of
 * @param converters the converters that are applied to attributes that do not say so
 */
public record Compilation(
        Elements elements, Types types, ClassReader classes, Entities entities, Converters converters) {}
