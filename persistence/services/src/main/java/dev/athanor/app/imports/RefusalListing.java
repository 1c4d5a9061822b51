// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.imports;

import dev.athanor.app.view.InvalidQuery;
import dev.athanor.app.view.View;
import dev.athanor.app.view.ViewPage;
import dev.athanor.app.view.ViewRequest;
import dev.athanor.app.view.ViewShape;
import dev.athanor.domain.imports.ImportRefusal;
import dev.athanor.domain.imports.QImportRefusal;
import dev.athanor.orm.Session;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** What is wrong with the rows of an import that were refused. Whose it is, is for {@link Imports} to find out. */
@ApplicationScoped
@Transactional(dontRollbackOn = InvalidQuery.class)
public class RefusalListing {
    private final QImportRefusal r = QImportRefusal.as("r");
    private final View<ImportRefusal> refusals = View.of(r, "id", r.id, ImportRefusal::id)
            .attribute("line", r.line, ImportRefusal::line)
            .attribute("pointer", r.pointer, ImportRefusal::pointer)
            .attribute("message", r.message, ImportRefusal::message)
            .made();

    @Inject
    private Session session;

    /** What is told of a refusal. */
    public ViewShape shape() {
        return refusals;
    }

    /** Those of an import, as it is asked for. */
    ViewPage of(UUID job, ViewRequest request) {
        return refusals.query(request).page(session, r.job.id.eq(job));
    }
}
