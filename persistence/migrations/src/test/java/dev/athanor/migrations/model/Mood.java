// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.model;

import dev.athanor.annotations.NativeEnum;

/** How somebody feels. */
@NativeEnum("mood")
enum Mood {
    CALM,
    WILD
}
