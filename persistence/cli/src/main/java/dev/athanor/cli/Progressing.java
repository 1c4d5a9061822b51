// SPDX-License-Identifier: Apache-2.0
package dev.athanor.cli;

import dev.athanor.migrations.MigrationEvent;
import dev.athanor.migrations.MigrationEvent.Progressed;
import dev.athanor.migrations.revision.Progress;
import dev.athanor.migrations.revision.RevisionGraph;

/** Shows how far a migration is: a line for each revision, and a bar where somebody is looking. For one thread. */
final class Progressing implements Progress {
    private static final int WIDTH = 30;

    private final Surroundings surroundings;
    private final Output output;
    private final String verb;
    private final RevisionGraph graph;
    private String revision = "";
    private boolean drawn;

    Progressing(Surroundings surroundings, Output output, String verb, RevisionGraph graph) {
        this.surroundings = surroundings;
        this.output = output;
        this.verb = verb;
        this.graph = graph;
    }

    @Override
    public void begins(String id, String changeSet, int number, int all) {
        clear();
        if (!id.equals(revision)) {
            revision = id;
            output.line(verb + " " + graph.get(id).map(output::described).orElse(id));
        }
        draw(number - 1L, all, number + "/" + all + " " + changeSet);
    }

    /** Rows are a bar of their own. */
    @Override
    public void goesOn(MigrationEvent event) {
        clear();
        if (event instanceof Progressed rows) {
            draw(rows.done(), rows.total().orElse(0), event.description());
        } else {
            draw(0, 0, event.description());
        }
    }

    private void draw(long done, long all, String text) {
        if (surroundings.terminal() && !output.isJson()) {
            int full = (int) (all == 0 ? 0 : Math.min(WIDTH, WIDTH * done / all));
            surroundings.error().print("[" + "#".repeat(full) + ".".repeat(WIDTH - full) + "] " + text);
            surroundings.error().flush();
            drawn = true;
        }
    }

    /** Takes the bar away. */
    void clear() {
        if (drawn) {
            surroundings.error().print("\r\u001b[K");
            surroundings.error().flush();
            drawn = false;
        }
    }
}
