package com.acme.shop;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** The products by name. */
public final class Catalogue {
  private final Map<String, Product> products = new TreeMap<>();

  /** Adds a product, or replaces the one of that name. */
  public void put(Product product) {
    products.put(product.name(), product);
  }

  /** {@return the product of that name} */
  public Product find(String name) {
    Product product = products.get(name);
    if (product == null) {
      throw new IllegalArgumentException("There is no product '" + name + "'");
    }
    return product;
  }

  /** {@return all products, in the order of their names} */
  public Collection<Product> all() {
    return products.values();
  }
}
