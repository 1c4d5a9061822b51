// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit;

import java.util.List;

/** Tells people what a check found out. For one use. */
final class ReportText {
    private final HybridReport report;
    private final StringBuilder text = new StringBuilder();

    ReportText(HybridReport report) {
        this.report = report;
    }

    String text() {
        List<HybridResult> broken =
                report.hybrids().stream().filter(result -> !result.isKept()).toList();
        text.append(broken.size())
                .append(" of ")
                .append(report.hybrids().size())
                .append(" hybrids of ")
                .append(report.entity().getSimpleName())
                .append(" differ between Java and SQL, in ")
                .append(report.rows())
                .append(" rows made with seed(")
                .append(report.seed())
                .append(") on ")
                .append(report.today());
        broken.forEach(this::broken);
        report.hybrids().stream().filter(HybridResult::isKept).forEach(this::kept);
        return text.toString();
    }

    private void broken(HybridResult result) {
        text.append("\n\n").append(result);
        if (!result.note().isEmpty()) {
            text.append("\n  ").append(result.note());
        }
        result.differences().forEach(difference -> text.append("\n  ")
                .append(difference.toString().replace("\n", "\n  ")));
        result.statements().stream().limit(1).forEach(statement -> text.append("\n  ")
                .append(statement.replace("\n", "\n    ")));
    }

    private void kept(HybridResult result) {
        text.append("\n\nkept: ").append(result);
    }
}
