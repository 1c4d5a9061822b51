// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.athanor.cli;

import org.jspecify.annotations.NullMarked;
