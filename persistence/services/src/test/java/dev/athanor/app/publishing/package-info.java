// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.athanor.app.publishing;

import org.jspecify.annotations.NullMarked;
