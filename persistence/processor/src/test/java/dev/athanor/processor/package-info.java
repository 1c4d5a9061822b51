// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.athanor.processor;

import org.jspecify.annotations.NullMarked;
