package io.github.memoryleak.report;

import java.util.ArrayList;
import java.util.List;

/** Lays rows out in columns. */
public final class Columns {

  private static final String GAP = "  ";

  private Columns() {}

  /**
   * Aligns the cells: the last column to the left, those before it, which hold numbers, to the
   * right.
   *
   * @param rows rows of the same length
   * @return one line for each row
   */
  public static List<String> align(List<List<String>> rows) {
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      int last = row.size() - 1;
      for (int column = 0; column < last; column++) {
        String cell = row.get(column);
        line.append(" ".repeat(width(rows, column) - cell.length())).append(cell).append(GAP);
      }
      lines.add(line.append(row.get(last)).toString());
    }
    return lines;
  }

  private static int width(List<List<String>> rows, int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }
}
