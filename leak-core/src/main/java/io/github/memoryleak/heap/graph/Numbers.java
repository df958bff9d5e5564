package io.github.memoryleak.heap.graph;

import io.github.memoryleak.heap.hprof.FieldType;
import io.github.memoryleak.heap.hprof.HprofException;
import io.github.memoryleak.heap.hprof.HprofFile;
import io.github.memoryleak.heap.hprof.Segment;
import io.github.memoryleak.heap.hprof.SubRecordVisitor;
import java.util.Arrays;
import java.util.List;

/**
 * From identifiers to the numbers of objects. Classes come first, then the other objects in the
 * order of the file. Nearly always that is the order of addresses, at least within a few long
 * stretches, so that the rank of an address is all that is needed; where it is not (ZGC, dumps
 * written by several threads), a table leads from rank to place.
 */
final class Numbers {
  static final int NOT_FOUND = -1;

  private final ClassTable classes;
  private final int classCount;
  private final ObjectIndex index;
  private final Places places;

  private Numbers(ClassTable classes, ObjectIndex index, Places places) {
    this.classes = classes;
    classCount = classes.size();
    this.index = index;
    this.places = places;
  }

  static Numbers of(HprofFile file, Scan scan, ClassTable classes) throws HprofException {
    AddressBits bits = scan.bits();
    boolean dense = bits != null && !bits.isUnsuitable();
    ObjectIndex index =
        dense && bits != null ? ObjectIndex.of(bits) : ObjectIndex.of(Ids.all(file, scan));
    List<Runs.Run> runs = scan.runs().byAddress();
    boolean ordered = !runs.isEmpty() && index.count() == scan.objects();
    return new Numbers(
        classes, index, ordered ? Places.of(runs) : Places.of(PlaceTable.of(file, index)));
  }

  /** {@return the number of an object, or -1} */
  int of(long id) {
    int rank = index.rankOf(id);
    if (rank < 0) {
      return classes.numberOf(id);
    }
    return classCount + places.of(rank);
  }

  /** Sees the identifier of each object that is not a class. */
  private abstract static class IdVisitor implements SubRecordVisitor {
    abstract void id(long id);

    @Override
    public void instance(long position, long id, long classId, int length) {
      id(id);
    }

    @Override
    public void objectArray(long position, long id, long classId, int length) {
      id(id);
    }

    @Override
    public void primitiveArray(long position, long id, FieldType type, int length) {
      id(id);
    }

    final void walk(HprofFile file) throws HprofException {
      for (Segment segment : file.records().segments()) {
        file.walk(segment, this);
      }
    }
  }

  /** Collects all identifiers. */
  private static final class Ids extends IdVisitor {
    private final long[] ids;
    private int count;

    Ids(int size) {
      ids = new long[size];
    }

    static long[] all(HprofFile file, Scan scan) throws HprofException {
      Ids all = new Ids(Math.toIntExact(scan.objects()));
      all.walk(file);
      return all.ids;
    }

    @Override
    void id(long id) {
      ids[count++] = id;
    }
  }

  /** Notes the place in the file for each rank; the first one counts. */
  private static final class PlaceTable extends IdVisitor {
    private final ObjectIndex index;
    private final int[] places;
    private int place;

    PlaceTable(ObjectIndex index) {
      this.index = index;
      places = new int[index.count()];
      Arrays.fill(places, NOT_FOUND);
    }

    static int[] of(HprofFile file, ObjectIndex index) throws HprofException {
      PlaceTable places = new PlaceTable(index);
      places.walk(file);
      return places.places;
    }

    @Override
    void id(long id) {
      int rank = index.rankOf(id);
      if (places[rank] == NOT_FOUND) {
        places[rank] = place;
      }
      place++;
    }
  }
}
