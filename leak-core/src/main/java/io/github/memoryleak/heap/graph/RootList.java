package io.github.memoryleak.heap.graph;

/** Roots as the file has them. */
final class RootList {
  private final LongList ids = new LongList();
  private final LongList rest = new LongList();
  private final LongList tags = new LongList();

  void add(int tag, long id, int thread, int frame) {
    ids.add(id);
    tags.add(tag);
    rest.add((long) thread << Integer.SIZE | (frame & 0xffffffffL));
  }

  void addAll(RootList other) {
    ids.addAll(other.ids);
    tags.addAll(other.tags);
    rest.addAll(other.rest);
  }

  int size() {
    return ids.size();
  }

  int tag(int i) {
    return (int) tags.get(i);
  }

  long id(int i) {
    return ids.get(i);
  }

  int thread(int i) {
    return (int) (rest.get(i) >>> Integer.SIZE);
  }

  int frame(int i) {
    return (int) rest.get(i);
  }
}
