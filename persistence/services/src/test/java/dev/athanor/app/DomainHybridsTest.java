// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app;

import dev.athanor.domain.academy.QCourse;
import dev.athanor.domain.academy.QEnrolment;
import dev.athanor.domain.commerce.EnergyLabel;
import dev.athanor.domain.commerce.QCardPayment;
import dev.athanor.domain.commerce.QOrder;
import dev.athanor.domain.commerce.QOrderItem;
import dev.athanor.domain.commerce.QProduct;
import dev.athanor.domain.commerce.QStock;
import dev.athanor.domain.identity.QUser;
import dev.athanor.domain.identity.QUserProfile;
import dev.athanor.domain.ledger.QAccount;
import dev.athanor.domain.ledger.QTransfer;
import dev.athanor.domain.publishing.QArticle;
import dev.athanor.domain.workforce.QContractor;
import dev.athanor.domain.workforce.QEmployee;
import dev.athanor.sql.EntityTable;
import dev.athanor.testing.PostgresTest;
import dev.athanor.testkit.HybridContract;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Hybrids mean the same in Java and in SQL. */
@PostgresTest
class DomainHybridsTest {
    private static final EnergyLabel LABEL = new EnergyLabel("B", 120);

    static Stream<HybridContract<?>> contracts() {
        return Stream.of(
                ofUsers(QUser.table()),
                ofUsers(QUserProfile.table()),
                of(QArticle.table()),
                of(QAccount.table()),
                of(QTransfer.table()),
                ofGoods(QProduct.table()),
                ofGoods(QStock.table()),
                ofGoods(QOrder.table()).including(QCardPayment.table()),
                ofGoods(QOrderItem.table()),
                of(QEmployee.table()),
                of(QContractor.table()),
                of(QCourse.table()),
                of(QEnrolment.table()));
    }

    private static <E> HybridContract<E> of(EntityTable<E> table) {
        return HybridContract.of(table).rows(300).withoutSurrogates();
    }

    /** No hybrid looks into preferences. */
    private static <E> HybridContract<E> ofUsers(EntityTable<E> table) {
        return of(table).json("User.preferences", json -> json, "{}");
    }

    private static <E> HybridContract<E> ofGoods(EntityTable<E> table) {
        return of(table).json("Product.energy", json -> LABEL, "{\"grade\": \"B\", \"kilowattHours\": 120}");
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void agree(HybridContract<?> contract, DataSource database) {
        contract.check(database);
    }
}
