package io.github.memoryleak.junit.jupiter;

import io.github.memoryleak.finding.Kind;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A leak that {@link LeakFree} accepts in a test, or in all tests of a class. */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(AllowLeak.Several.class)
public @interface AllowLeak {
  /**
   * What may leak.
   *
   * @return the kind
   */
  Kind kind();

  /**
   * Which class, thread or file may.
   *
   * @return a pattern over the finding's type, in which {@code *} stands for anything
   */
  String type() default "*";

  /**
   * Why it may.
   *
   * @return a few words
   */
  String reason();

  /**
   * The last day on which it may.
   *
   * @return for instance {@code 2027-01-31}; empty for ever
   */
  String until() default "";

  /** More than one. */
  @Documented
  @Inherited
  @Target({ElementType.TYPE, ElementType.METHOD})
  @Retention(RetentionPolicy.RUNTIME)
  @interface Several {
    /**
     * All of them.
     *
     * @return the accepted leaks
     */
    AllowLeak[] value();
  }
}
