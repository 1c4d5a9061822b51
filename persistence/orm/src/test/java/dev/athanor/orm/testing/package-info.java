// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.athanor.orm.testing;

import org.jspecify.annotations.NullMarked;
