// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app;

import dev.athanor.domain.identity.Preferences;
import dev.athanor.domain.identity.QUser;
import dev.athanor.domain.identity.QUserProfile;
import dev.athanor.domain.publishing.QArticle;
import dev.athanor.testing.PostgresTest;
import dev.athanor.testing.TestDatabase;
import dev.athanor.testkit.HybridContract;
import org.junit.jupiter.api.Test;

/** The methods of entities mean the same in statements. */
@PostgresTest
class DomainHybridsTest {
    @Test
    void ofUsers(TestDatabase database) {
        HybridContract.of(QUser.table())
                .json("preferences", DomainHybridsTest::preferences, "{}")
                .check(database.dataSource());
    }

    @Test
    void ofProfiles(TestDatabase database) {
        HybridContract.of(QUserProfile.table())
                .json("User.preferences", DomainHybridsTest::preferences, "{}")
                .check(database.dataSource());
    }

    @Test
    void ofArticles(TestDatabase database) {
        HybridContract.of(QArticle.table()).check(database.dataSource());
    }

    /** No hybrid looks into them. */
    private static Preferences preferences(String json) {
        return Preferences.standard();
    }
}
