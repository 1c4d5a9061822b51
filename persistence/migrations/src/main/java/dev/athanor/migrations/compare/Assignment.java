// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.compare;

import java.util.Arrays;

/**
 * Gives each row a column of its own so that the sum of what they are worth to each other is greatest: the Hungarian
 * method, in the form of shortest paths. For one use.
 */
final class Assignment {
    private static final double FAR = Double.MAX_VALUE;

    private final double[][] worth;
    private final int size;

    // From 1 on; 0 is where a path begins.
    private final double[] rowPrice;
    private final double[] columnPrice;
    private final int[] rowOf;
    private final int[] cameFrom;

    private Assignment(double[][] worth, int columns) {
        this.worth = worth;
        this.size = Math.max(worth.length, columns);
        this.rowPrice = new double[size + 1];
        this.columnPrice = new double[size + 1];
        this.rowOf = new int[size + 1];
        this.cameFrom = new int[size + 1];
    }

    /** The column of each row; one that is worth nothing to it is −1. */
    static int[] best(double[][] worth, int columns) {
        Assignment assignment = new Assignment(worth, columns);
        for (int row = 1; row <= assignment.size; row++) {
            assignment.place(row);
        }
        int[] columnOf = new int[worth.length];
        Arrays.fill(columnOf, -1);
        for (int column = 1; column <= assignment.size; column++) {
            int row = assignment.rowOf[column];
            if (assignment.worthOf(row, column) > 0) {
                columnOf[row - 1] = column - 1;
            }
        }
        return columnOf;
    }

    private double worthOf(int row, int column) {
        return row > worth.length || column > worth[row - 1].length ? 0 : worth[row - 1][column - 1];
    }

    /** Moves others to other columns as long as that is worth it. */
    private void place(int row) {
        double[] distance = new double[size + 1];
        Arrays.fill(distance, FAR);
        boolean[] visited = new boolean[size + 1];
        rowOf[0] = row;
        int column = 0;
        do {
            visited[column] = true;
            column = step(column, distance, visited);
        } while (rowOf[column] != 0);
        while (column != 0) {
            int before = cameFrom[column];
            rowOf[column] = rowOf[before];
            column = before;
        }
    }

    private int step(int from, double[] distance, boolean[] visited) {
        int nearest = 0;
        double shortest = FAR;
        for (int column = 1; column <= size; column++) {
            if (visited[column]) {
                continue;
            }
            double cost = -worthOf(rowOf[from], column) - rowPrice[rowOf[from]] - columnPrice[column];
            if (cost < distance[column]) {
                distance[column] = cost;
                cameFrom[column] = from;
            }
            if (distance[column] < shortest) {
                shortest = distance[column];
                nearest = column;
            }
        }
        for (int column = 0; column <= size; column++) {
            if (visited[column]) {
                rowPrice[rowOf[column]] += shortest;
                columnPrice[column] -= shortest;
            } else {
                distance[column] -= shortest;
            }
        }
        return nearest;
    }
}
