package com.acme.plugin;

import java.util.ListResourceBundle;
import java.util.ResourceBundle;

/** Its bundle is cached, as long as there is memory for that. */
public final class AsksForABundle implements Runnable {
  @Override
  public void run() {
    ResourceBundle.getBundle(Texts.class.getName()).getString("hello");
  }

  /** A bundle. */
  public static final class Texts extends ListResourceBundle {
    @Override
    protected Object[][] getContents() {
      return new Object[][] {{"hello", "Hello"}};
    }
  }
}
