// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.press;

import dev.athanor.annotations.NativeEnum;

/** One of the database's own. */
@NativeEnum("mood")
public enum Mood {
    CALM,
    WILD
}
