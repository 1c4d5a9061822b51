// SPDX-License-Identifier: Apache-2.0
package dev.athanor.domain.commerce;

import dev.athanor.annotations.NativeEnum;

/** How a product comes: the database has an enumeration of the same constants. */
@NativeEnum("commerce.quality")
public enum Quality {
    NEW,
    REFURBISHED,
    USED
}
