// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.athanor.server;

import org.jspecify.annotations.NullMarked;
