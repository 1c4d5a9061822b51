// SPDX-License-Identifier: Apache-2.0
/**
 * A school: joined inheritance, derived keys, generic superclasses, properties instead of fields, links of all kinds.
 */
@NullUnmarked
package dev.athanor.models.school;

import org.jspecify.annotations.NullUnmarked;
