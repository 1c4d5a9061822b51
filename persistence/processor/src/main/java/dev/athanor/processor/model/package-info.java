// SPDX-License-Identifier: Apache-2.0
/** What is generated. */
@NullMarked
package dev.athanor.processor.model;

import org.jspecify.annotations.NullMarked;
