// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.publishing;

import dev.athanor.app.InvalidInput;
import java.util.List;

/** The tree of subjects that articles are filed under. */
public interface Categories {

    /**
     * Adds one.
     *
     * @throws InvalidInput if the name is missing, there is one of this name, or none of the address that is to be
     *     above
     */
    CategoryView add(NewCategory category);

    /** The way from the top to the category of an address, with itself; empty, if there is none. */
    List<CategoryView> path(String slug);

    /** The category of an address and all below it, each after the one above. */
    List<CategoryView> below(String slug);
}
