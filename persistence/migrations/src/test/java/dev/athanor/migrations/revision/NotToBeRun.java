// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.revision;

import liquibase.change.custom.CustomTaskChange;
import liquibase.database.Database;
import liquibase.exception.ValidationErrors;
import liquibase.resource.ResourceAccessor;

/** Liquibase runs such a thing when it is asked for its statements. */
public final class NotToBeRun implements CustomTaskChange {
    @Override
    public void execute(Database database) {
        throw new AssertionError("it was run");
    }

    @Override
    public String getConfirmationMessage() {
        return "";
    }

    @Override
    public void setUp() {}

    @Override
    public void setFileOpener(ResourceAccessor resources) {}

    @Override
    public ValidationErrors validate(Database database) {
        return new ValidationErrors();
    }
}
