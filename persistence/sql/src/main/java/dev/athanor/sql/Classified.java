// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.Combination;
import dev.athanor.sql.tree.Command;
import dev.athanor.sql.tree.Constant;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Insertion;
import dev.athanor.sql.tree.Selection;
import java.util.ArrayList;
import java.util.List;

/** Lets inserts write what tells the class of a row, unless they say it themselves. */
final class Classified {
    private Classified() {}

    static Insertion by(Discriminator discriminator, Insertion insertion) {
        boolean said = insertion.parts().columns().contains(discriminator.column());
        return discriminator
                .own()
                .filter(own -> !said)
                .map(own -> with(discriminator.column(), own, insertion))
                .orElse(insertion);
    }

    private static Insertion with(String column, Constant own, Insertion insertion) {
        Insertion.Parts parts = insertion.parts();
        return new Insertion(
                insertion.with(),
                new Insertion.Parts(
                        parts.target(),
                        plus(parts.columns(), column),
                        parts.rows().stream()
                                .map(row -> plus(row, (Expression) own))
                                .toList(),
                        parts.query().map(query -> selecting(query, own)),
                        parts.overriding(),
                        parts.conflict(),
                        parts.returning()));
    }

    private static Command selecting(Command query, Constant own) {
        return query instanceof Combination combination
                ? selecting(combination, own)
                : selecting((Selection) query, own);
    }

    private static Command selecting(Combination combination, Constant own) {
        Combination.Parts parts = combination.parts();
        List<Command> sides =
                parts.sides().stream().map(side -> selecting(side, own)).toList();
        return new Combination(
                combination.with(), new Combination.Parts(parts.kind(), parts.all(), sides, parts.tail()));
    }

    private static Selection selecting(Selection selection, Constant own) {
        Selection.Parts parts = selection.parts();
        return new Selection(selection.with(), parts.selecting(plus(parts.selected(), own), parts.tail()));
    }

    private static <T> List<T> plus(List<T> before, T last) {
        List<T> all = new ArrayList<>(before);
        all.add(last);
        return all;
    }
}
