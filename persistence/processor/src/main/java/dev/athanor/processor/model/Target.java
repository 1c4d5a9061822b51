// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor.model;

import com.palantir.javapoet.ClassName;

/**
 * What a relation leads to.
 *
 * @param entity the entity
 * @param table its table
 */
public record Target(ClassName entity, ClassName table) {}
