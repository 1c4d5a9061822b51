// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.imports;

import static dev.athanor.sql.Sql.update;

import dev.athanor.app.TooBusy;
import dev.athanor.domain.imports.ImportJob;
import dev.athanor.domain.imports.ImportState;
import dev.athanor.domain.imports.QImportJob;
import dev.athanor.orm.SessionFactory;
import dev.athanor.orm.transaction.IsolationLevel;
import dev.athanor.orm.transaction.TransactionSettings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads files on threads of the server's, so many at once. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // CDI fills it
class ImportRunner {
    private static final Logger LOG = Logger.getLogger(ImportRunner.class.getName());

    private final QImportJob j = QImportJob.as("j");

    @Inject
    private SessionFactory factory;

    @Inject
    @Any
    private Instance<ImportKind<?>> kinds;

    @Resource
    private ManagedExecutorService executor;

    @Inject
    @ConfigProperty(name = "athanor.import.at.once", defaultValue = "2")
    private int atOnce;

    private Semaphore places;
    private SessionFactory sessions;

    @PostConstruct
    void open() {
        places = new Semaphore(atOnce);
        sessions = factory.with(TransactionSettings.standard().isolation(IsolationLevel.READ_COMMITTED));
    }

    /** Writes the job, and begins. */
    ImportJob start(ImportJob job, ImportForm form, Path file) {
        ImportKind<?> kind = kinds.stream()
                .filter(known -> known.name().equals(job.kind()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nothing reads " + job.kind()));
        if (!places.tryAcquire()) {
            throw new TooBusy("imports");
        }
        try {
            sessions.transaction(session -> session.add(job));
            executor.execute(() -> run(job, kind, form, file));
        } catch (RuntimeException e) {
            places.release();
            throw e instanceof RejectedExecutionException ? new TooBusy("imports") : e;
        }
        return job;
    }

    private <R> void run(ImportJob job, ImportKind<R> kind, ImportForm form, Path file) {
        try (RowReader rows = form.read(Files.newBufferedReader(file, StandardCharsets.UTF_8))) {
            new ImportRun<>(job, kind, rows, sessions).run();
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.SEVERE, e, () -> "import " + job.id() + " failed");
            fail(job.id(), e);
        } finally {
            places.release();
            delete(file);
        }
    }

    /** If that fails, too, nobody tells of the import any more, and it is found dead. */
    private void fail(UUID id, Exception error) {
        String reason = error instanceof IOException
                ? "the file is not in UTF-8, or cannot be read"
                : "something went wrong; it was logged with the import's key";
        sessions.transaction(session -> session.execute(update(j)
                .set(j.state, ImportState.FAILED)
                .set(j.failure, reason)
                .set(j.step, j.step.plus(1L))
                .where(j.id.eq(id), j.state.eq(ImportState.RUNNING))));
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("a file that was imported is still there", e);
        }
    }
}
