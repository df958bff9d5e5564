package io.github.memoryleak.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class LeashTest {
  private final CountDownLatch orphaned = new CountDownLatch(1);
  @TempDir private Path directory;
  private Pipe pipe;
  private Leash leash;
  private Path dump;

  @BeforeEach
  void attach() throws IOException {
    pipe = Pipe.open();
    dump = directory.resolve("threads.txt");
    leash = Leash.attach(pipe.source(), dump, orphaned::countDown);
  }

  @Test
  void the_end_of_input_is_the_end_of_the_parent() throws Exception {
    pipe.sink().close();
    assertThat(orphaned.await(1, TimeUnit.MINUTES)).isTrue();
    assertThat(dump).doesNotExist();
  }

  @Test
  void a_dump_is_written_before_the_end_of_the_parent_and_other_commands_do_nothing()
      throws Exception {
    say("something else\ndu");
    say("mp\n");
    pipe.sink().close();
    assertThat(orphaned.await(1, TimeUnit.MINUTES)).isTrue();
    assertThat(Files.readString(dump))
        .contains("\"leak-leash\" RUNNABLE\n", ".LeashTest.a_dump_is_written_before");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void who_is_let_go_of_reads_no_more_and_has_not_lost_the_parent() throws Exception {
    leash.release();
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .doesNotContain("leak-leash");
    assertThat(pipe.source().isOpen()).isFalse();
    assertThat(orphaned.getCount()).isOne();
  }

  private void say(String text) throws IOException {
    pipe.sink().write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
  }
}
