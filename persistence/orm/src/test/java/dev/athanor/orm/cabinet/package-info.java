// SPDX-License-Identifier: Apache-2.0
/** Entities that are deleted softly. As people write them, without a word about null. */
@NullUnmarked
package dev.athanor.orm.cabinet;

import org.jspecify.annotations.NullUnmarked;
