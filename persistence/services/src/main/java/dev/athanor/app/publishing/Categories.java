// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.publishing;

import dev.athanor.app.ChangedMeanwhile;
import dev.athanor.app.Edition;
import dev.athanor.app.InvalidInput;
import dev.athanor.app.NotFound;
import java.util.List;
import java.util.Optional;

/** The tree of subjects that articles are filed under. */
public interface Categories {

    /**
     * Adds one.
     *
     * @throws InvalidInput if the name is missing, there is one of this name, or none of the address that is to be
     *     above
     */
    CategoryView add(NewCategory category);

    /** What is said of the category of an address. */
    Optional<Edition<NewCategory>> edition(String slug);

    /**
     * Calls a category otherwise, or puts it below another; its address stays.
     *
     * @param version of the category, as it was read
     * @throws NotFound if there is no such category
     * @throws ChangedMeanwhile if it is another by now
     * @throws InvalidInput if the name is missing, the other is not there, or is the category itself or below it
     */
    void change(String slug, int version, NewCategory changed);

    /**
     * Takes a category away.
     *
     * @param version of the category, as it was read
     * @throws NotFound if there is no such category
     * @throws ChangedMeanwhile if it is another by now
     * @throws InvalidInput if there are others below it, or articles of it
     */
    void drop(String slug, int version);

    /** The way from the top to the category of an address, with itself; empty, if there is none. */
    List<CategoryView> path(String slug);

    /** The category of an address and all below it, each after the one above. */
    List<CategoryView> below(String slug);
}
