// SPDX-License-Identifier: Apache-2.0
/** What entities say: their classes, attributes and annotations. */
@NullMarked
package dev.athanor.processor.reading;

import org.jspecify.annotations.NullMarked;
