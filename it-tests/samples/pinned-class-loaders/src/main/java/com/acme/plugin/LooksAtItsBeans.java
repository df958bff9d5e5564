package com.acme.plugin;

import java.beans.IntrospectionException;
import java.beans.Introspector;

/** The introspector remembers its class, as long as there is memory for that. */
public final class LooksAtItsBeans implements Runnable {
  @Override
  public void run() {
    try {
      Introspector.getBeanInfo(LooksAtItsBeans.class);
    } catch (IntrospectionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** {@return its name} */
  public String getName() {
    return "plugin";
  }
}
