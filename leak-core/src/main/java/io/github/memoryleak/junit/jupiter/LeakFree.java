package io.github.memoryleak.junit.jupiter;

import io.github.memoryleak.Repeating;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/**
 * A test that must leak nothing, or a class whose tests must: works in an IDE and under plain
 * Surefire, without the Maven plugin.
 *
 * <p>The test runs once as always. When its class has ended, tests that passed are repeated, each
 * with its whole life cycle and with all its invocations, until it is clear whether they leak; a
 * leak fails the class. Nested classes, parameterised, repeated and dynamic tests are no different.
 * Under {@code leak:test}, which measures every test, it does nothing.
 *
 * <p>Where JUnit runs tests in parallel, the outermost class of the test has its turn alone, as if
 * it were {@link org.junit.jupiter.api.parallel.Isolated}: what other tests keep meanwhile would
 * count as its own.
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(LeakFreeExtension.class)
@ResourceLock(Resources.GLOBAL)
public @interface LeakFree {
  /**
   * The most rounds.
   *
   * @return 3 to {@value Repeating#MAX_ROUNDS}
   */
  int rounds() default Repeating.MAX_ROUNDS;

  /**
   * How often the test runs before its baseline is taken.
   *
   * @return 0 or more
   */
  int warmup() default 1;

  /**
   * How long threads and late clean-up may take.
   *
   * @return milliseconds
   */
  long settleMillis() default 5_000;

  /**
   * Tolerated growth of the heap.
   *
   * @return bytes for each run
   */
  long heapBytesPerLoop() default 0;

  /**
   * Tolerated growth of threads.
   *
   * @return threads for each run
   */
  double threadsPerLoop() default 0;

  /**
   * Tolerated growth of class loaders.
   *
   * @return class loaders for each run
   */
  double classLoadersPerLoop() default 0;

  /**
   * Tolerated growth of loaded classes.
   *
   * @return classes for each run
   */
  double classesPerLoop() default 0;

  /**
   * Tolerated growth of open files, pipes and sockets.
   *
   * @return file descriptors for each run
   */
  double fileDescriptorsPerLoop() default 0;

  /**
   * Tolerated growth of direct and mapped buffers.
   *
   * @return bytes for each run
   */
  long directBufferBytesPerLoop() default 0;

  /**
   * Tolerated growth of other memory outside the heap.
   *
   * @return bytes for each run
   */
  long nativeBytesPerLoop() default 0;
}
