// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.athanor.processor.hybrid;

import org.jspecify.annotations.NullMarked;
