// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.athanor.web;

import org.jspecify.annotations.NullMarked;
