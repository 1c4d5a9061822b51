// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.imports;

import static dev.athanor.sql.Sql.update;

import dev.athanor.app.InvalidInput;
import dev.athanor.app.Violation;
import dev.athanor.domain.imports.ImportJob;
import dev.athanor.domain.imports.ImportRefusal;
import dev.athanor.domain.imports.ImportState;
import dev.athanor.domain.imports.QImportJob;
import dev.athanor.orm.Session;
import dev.athanor.orm.SessionFactory;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One file: so many rows are a transaction, in which it is also written how far the import is. Whatever happens, what
 * the job says was taken was taken, and nothing else. For one thread.
 */
final class ImportRun<R> {
    private static final int CHUNK = 500;

    private final QImportJob j = QImportJob.as("j");
    private final ImportJob job;
    private final ImportKind<R> kind;
    private final RowReader file;
    private final SessionFactory sessions;

    ImportRun(ImportJob job, ImportKind<R> kind, RowReader file, SessionFactory sessions) {
        this.job = job;
        this.kind = kind;
        this.file = file;
        this.sessions = sessions;
    }

    /** Up to the end, or until somebody cancels it. */
    void run() throws IOException {
        boolean more = true;
        boolean wanted = true;
        while (more && wanted) {
            Chunk<R> chunk = chunk();
            more = chunk.rows() == CHUNK;
            ImportState next = more ? ImportState.RUNNING : ImportState.DONE;
            wanted = sessions.transactionResult(session -> write(session, chunk, next));
        }
    }

    private Chunk<R> chunk() throws IOException {
        Chunk<R> chunk = new Chunk<>(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Optional<ImportRow> row = file.next();
        while (row.isPresent()) {
            chunk.add(job, kind, row.get());
            row = chunk.rows() < CHUNK ? file.next() : Optional.empty();
        }
        return chunk;
    }

    /** The job's row first: whoever cancels waits for this chunk, and whoever has cancelled ends here. */
    private boolean write(Session session, Chunk<R> chunk, ImportState next) {
        if (session.execute(update(j)
                        .set(j.toldAt, Instant.now())
                        .where(j.id.eq(job.id()), j.state.eq(ImportState.RUNNING)))
                == 0) {
            return false;
        }
        Map<Integer, List<Violation>> refused = chunk.good().isEmpty() ? Map.of() : kind.write(session, chunk.good());
        List<ImportRefusal> refusals = new ArrayList<>(chunk.refusals());
        refused.forEach((place, violations) ->
                refusals.addAll(refusals(job, chunk.lines().get(place), violations)));
        session.bulk().insert(refusals);
        long accepted = (long) chunk.good().size() - refused.size();
        session.execute(update(j)
                .set(j.accepted, j.accepted.plus(accepted))
                .set(j.refused, j.refused.plus(chunk.rows() - accepted))
                .set(j.state, next)
                .set(j.step, j.step.plus(1L))
                .where(j.id.eq(job.id())));
        return true;
    }

    private static List<ImportRefusal> refusals(ImportJob job, long line, List<Violation> violations) {
        return violations.stream()
                .map(violation -> new ImportRefusal(job, line, pointer(violation.field()), violation.message()))
                .toList();
    }

    private static String pointer(String field) {
        return field.isEmpty() ? "" : "/" + field.replace("~", "~0").replace("/", "~1");
    }

    /**
     * Rows that are written together.
     *
     * @param good what was made of those with which nothing is wrong
     * @param lines where these begin
     * @param refused what is wrong with each of the others
     */
    private record Chunk<R>(List<R> good, List<Long> lines, List<List<ImportRefusal>> refused) {
        int rows() {
            return good.size() + refused.size();
        }

        List<ImportRefusal> refusals() {
            return refused.stream().flatMap(List::stream).toList();
        }

        void add(ImportJob job, ImportKind<R> kind, ImportRow row) {
            String malformed = row.malformed();
            if (malformed != null) {
                refused.add(ImportRun.refusals(job, row.line(), List.of(new Violation("", malformed))));
                return;
            }
            try {
                good.add(kind.read(row));
                lines.add(row.line());
            } catch (InvalidInput e) {
                refused.add(ImportRun.refusals(job, row.line(), e.violations()));
            }
        }
    }
}
