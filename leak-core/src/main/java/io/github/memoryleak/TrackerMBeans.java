package io.github.memoryleak;

import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicInteger;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;

/** Registers a tracker with the platform's MBean server, and takes it out again. */
final class TrackerMBeans {
  private static final AtomicInteger REGISTERED = new AtomicInteger();

  private final ResourceTracker tracker;
  private @Nullable ObjectName name;

  TrackerMBeans(ResourceTracker tracker) {
    this.tracker = tracker;
  }

  /** {@return the name under which the tracker is registered from now on} */
  synchronized ObjectName register() {
    ObjectName known = name;
    if (known != null) {
      return known;
    }
    try {
      ObjectName next =
          new ObjectName(
              "io.github.memoryleak:type=ResourceTracker,id=" + REGISTERED.incrementAndGet());
      ManagementFactory.getPlatformMBeanServer().registerMBean(new TrackerMBean(tracker), next);
      name = next;
      return next;
    } catch (JMException e) {
      throw new IllegalStateException("The resource tracker cannot be registered: " + e, e);
    }
  }

  /** Ends the registration, if there is one. */
  synchronized void unregister() {
    ObjectName known = name;
    name = null;
    if (known == null) {
      return;
    }
    try {
      ManagementFactory.getPlatformMBeanServer().unregisterMBean(known);
    } catch (InstanceNotFoundException e) {
      // Somebody else took it out, which is what is wanted.
    } catch (JMException e) {
      throw new IllegalStateException("The resource tracker cannot be unregistered: " + e, e);
    }
  }
}
