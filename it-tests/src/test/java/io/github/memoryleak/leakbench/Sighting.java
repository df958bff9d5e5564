package io.github.memoryleak.leakbench;

import java.util.List;

/**
 * What a detector says.
 *
 * @param leak whether it calls it a leak
 * @param types the types that it blames, the first ones only
 * @param holders what it says of holders
 * @param sites what it says of where the objects were made
 */
public record Sighting(boolean leak, List<String> types, List<String> holders, List<String> sites) {
  /** How many types somebody reads. */
  public static final int READ = 3;

  /** {@return only a verdict} */
  public static Sighting of(boolean leak) {
    return new Sighting(leak, List.of(), List.of(), List.of());
  }
}
