package com.acme.plugin;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;

/** Shows what it does to those who manage the JVM. */
public final class RegistersABean implements Runnable, RegistersABeanMBean {
  @Override
  public void run() {
    try {
      ObjectName name = new ObjectName("com.acme:type=Plugin,id=" + System.nanoTime());
      ManagementFactory.getPlatformMBeanServer().registerMBean(this, name);
    } catch (JMException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public int getSize() {
    return 1;
  }
}
