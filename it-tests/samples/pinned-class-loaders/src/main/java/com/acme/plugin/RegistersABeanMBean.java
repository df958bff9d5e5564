package com.acme.plugin;

/** What it shows. */
public interface RegistersABeanMBean {
  /** {@return its size} */
  int getSize();
}
