// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.imports;

import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.update;

import dev.athanor.app.NotFound;
import dev.athanor.app.view.InvalidQuery;
import dev.athanor.app.view.ViewPage;
import dev.athanor.app.view.ViewRequest;
import dev.athanor.domain.imports.ImportJob;
import dev.athanor.domain.imports.ImportState;
import dev.athanor.domain.imports.QImportJob;
import dev.athanor.orm.Session;
import dev.athanor.orm.transaction.Isolation;
import dev.athanor.orm.transaction.IsolationLevel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** {@link Imports} by a session; the level is said where others change the same row. */
@ApplicationScoped
@Transactional(dontRollbackOn = InvalidQuery.class)
class ImportService implements Imports {
    private final QImportJob j = QImportJob.as("j");
    private final Clock clock = Clock.systemUTC();

    @Inject
    private Session session;

    @Inject
    private ImportRunner runner;

    @Inject
    private RefusalListing refusals;

    /** So long nothing is told of an import whose server is there. */
    @Inject
    @ConfigProperty(name = "athanor.import.silence", defaultValue = "PT2M")
    private Duration silence;

    @Override
    @Transactional(Transactional.TxType.NOT_SUPPORTED) // the row is there before its file is read
    public ImportView start(long owner, String kind, ImportForm form, Path file) {
        return view(runner.start(new ImportJob(kind, owner, clock.instant()), form, file));
    }

    @Override
    @Isolation(IsolationLevel.READ_COMMITTED)
    public ImportView find(long owner, UUID id) {
        ImportJob job = own(owner, id);
        Instant now = clock.instant();
        if (job.state() == ImportState.RUNNING && job.toldAt().isBefore(now.minus(silence))) {
            bury(id, now);
        }
        return view(job);
    }

    /** Whoever looks first at an import that nobody tells of any more says so. */
    private void bury(UUID id, Instant now) {
        session.execute(update(j)
                .set(j.state, ImportState.FAILED)
                .set(j.failure, "the server that read it is gone; the rest was not read")
                .set(j.step, j.step.plus(1L))
                .set(j.toldAt, now)
                .where(j.id.eq(id), j.state.eq(ImportState.RUNNING), j.toldAt.lt(now.minus(silence))));
    }

    @Override
    public ViewPage refused(long owner, UUID id, ViewRequest request) {
        own(owner, id);
        return refusals.of(id, request);
    }

    @Override
    @Isolation(IsolationLevel.READ_COMMITTED)
    public ImportView cancel(long owner, UUID id) {
        ImportJob job = own(owner, id);
        session.execute(update(j)
                .set(j.state, ImportState.CANCELLED)
                .set(j.step, j.step.plus(1L))
                .where(j.id.eq(id), j.state.eq(ImportState.RUNNING)));
        return view(job);
    }

    private ImportJob own(long owner, UUID id) {
        return session.oneOrNone(select(j).where(j.id.eq(id), j.ownerId.eq(owner)))
                .orElseThrow(() -> new NotFound("import"));
    }

    private static ImportView view(ImportJob job) {
        return new ImportView(
                job.id(),
                job.kind(),
                job.state().name(),
                job.accepted(),
                job.refused(),
                job.failure(),
                job.startedAt().atOffset(ZoneOffset.UTC),
                job.step());
    }
}
