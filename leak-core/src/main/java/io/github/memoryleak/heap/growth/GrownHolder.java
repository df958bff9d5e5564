package io.github.memoryleak.heap.growth;

import java.util.List;
import java.util.Map;

/**
 * Something that accumulates objects.
 *
 * @param holder the field that refers to the collection or chain that grows, such as {@code static
 *     com.acme.Sessions.ACTIVE} or {@code com.acme.Cache.entries}; a thread when its stack or the
 *     thread itself is what holds
 * @param path from the root to the type, see {@code path} of a finding
 * @param type the class of what is accumulated
 * @param objectGrowth by how many of them it grew from each dump to the next
 * @param shallowGrowth bytes by which they and what they hold grew from the first dump to the last
 * @param retained bytes that would be freed with all of them that are in the last dump
 * @param objects how many of them are in the last dump
 * @param typeGrowth by how many objects each class grew below the holder, from the first dump to
 *     the last, the class with most bytes first
 * @param alsoHeldBy other holders of the same objects
 * @param soft whether only soft references hold them, so that they are no leak
 * @param bounds signs that there is a limit to them
 */
public record GrownHolder(
    String holder,
    List<String> path,
    String type,
    List<Long> objectGrowth,
    long shallowGrowth,
    long retained,
    long objects,
    Map<String, Long> typeGrowth,
    List<String> alsoHeldBy,
    boolean soft,
    List<Bound> bounds) {

  /** Copies the lists. */
  public GrownHolder {
    path = List.copyOf(path);
    objectGrowth = List.copyOf(objectGrowth);
    typeGrowth = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(typeGrowth));
    alsoHeldBy = List.copyOf(alsoHeldBy);
    bounds = List.copyOf(bounds);
  }

  /** {@return by how many objects it grew from the first dump to the last} */
  public long growth() {
    return objectGrowth.stream().mapToLong(Long::longValue).sum();
  }

  /** {@return the part of the retained bytes that is new since the first dump} */
  public long retainedGrowth() {
    return objects == 0 || growth() <= 0
        ? shallowGrowth
        : Math.round((double) retained * Math.min(growth(), objects) / objects);
  }
}
