// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

import dev.athanor.it.openapi.Exchange;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** Of files that are imported, and what becomes of them. */
final class ImportCalls extends CallTable {
    private static final String CSV = "text/csv";
    private static final String NDJSON = "application/x-ndjson";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final String products = "sku,name,kind,quality,price,cost\r\n%s-I,Loom,TOOL,NEW,120.50,80\r\n"
            .formatted(unique.toUpperCase(Locale.ROOT));
    private final String students =
            "{\"name\": \"Ada\", \"email\": \"import-%s@example.org\"}\n{\"name\": \"\"}\nnot json\n".formatted(unique);

    ImportCalls(Callers callers) {
        super(callers);
    }

    @Override
    void fill() {
        call("ImportStudents", 202, () -> whole(send(editor, "students", NDJSON, students)));
        call("ImportStudents", 202, () -> whole(send(editor, "students", CSV, "name,email\r\n")));
        call("ImportStudents", 403, () -> send(user, "students", NDJSON, students));
        call("ImportStudents", 415, () -> send(editor, "students", "application/json", "{}"));
        call("ImportProducts", 202, () -> whole(send(editor, "products", CSV, products)));
        call("ImportProducts", 403, () -> send(user, "products", CSV, products));
        call("ImportProducts", 415, () -> send(editor, "products", "application/json", "{}"));
        jobs(place(whole(send(editor, "students", NDJSON, students))));
    }

    private static Exchange send(Asking client, String kind, String form, String file) {
        return client.send("POST", "/v1/" + kind + "/import", form, file);
    }

    /** The same, when all of the file was read: the events of a job end with it, and only so many are read at once. */
    private Exchange whole(Exchange started) {
        String path = place(started);
        Instant deadline = Instant.now().plus(PATIENCE);
        while (editor.client().get(path).json().getString("state").equals("RUNNING")) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("still read: " + path);
            }
        }
        return started;
    }

    private void jobs(String job) {
        String none = "/v1/imports/" + UUID.randomUUID();
        Asking follower = editor.with("Accept", "text/event-stream");
        call("GetImport", 200, () -> editor.get(job));
        call("GetImport", 403, () -> user.get(job));
        call("GetImport", 404, () -> administrator.get(job));
        list("ListRefusedRows", editor, job + "/refused", "sort=-line&filter=line=gt=1");
        call("ListRefusedRows", 403, () -> user.get(job + "/refused"));
        call("ListRefusedRows", 404, () -> editor.get(none + "/refused"));
        call("FollowImport", 200, () -> follower.get(job + "/events"));
        call("FollowImport", 403, () -> user.with("Accept", "text/event-stream").get(job + "/events"));
        call("FollowImport", 404, () -> follower.get(none + "/events"));
        call("CancelImport", 403, () -> user.delete(job));
        call("CancelImport", 404, () -> editor.delete(none));
        call("CancelImport", 200, () -> editor.delete(job));
    }
}
