// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.athanor.migrations;

import org.jspecify.annotations.NullMarked;
