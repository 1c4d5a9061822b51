// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.athanor.testkit;

import org.jspecify.annotations.NullMarked;
