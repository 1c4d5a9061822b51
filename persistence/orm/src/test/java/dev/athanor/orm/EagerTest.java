// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static dev.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.orm.press.QReview;
import dev.athanor.orm.press.Review;
import java.util.List;
import org.junit.jupiter.api.Test;

class EagerTest extends SessionTest {
    private final QReview r = QReview.as("r");

    @Test
    void eagerRelationsAreReadForManyRowsAtOnce() {
        sessions.transaction(session -> {
            List<Review> reviews = session.list(select(r).orderBy(r.id.asc()));

            assertThat(statements()).as("reviews, articles, reviewers").hasSize(3);
            assertThat(reviews)
                    .extracting(review -> review.article().title())
                    .containsExactly("Engines", "Bridges", "Bridges", "Engines");
            assertThat(reviews)
                    .extracting(review ->
                            review.reviewer() == null ? null : review.reviewer().name())
                    .containsExactly("Bob", "Ada", null, "Cyd");
            assertThat(session.dirty()).isEmpty();
        });
        assertThat(statements()).hasSize(3);
    }
}
