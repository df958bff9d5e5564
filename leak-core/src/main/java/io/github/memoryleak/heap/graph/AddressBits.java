package io.github.memoryleak.heap.graph;

import org.jspecify.annotations.Nullable;

/**
 * A set of addresses that gives each its rank.
 *
 * <p>Objects lie at multiples of 8 bytes. The address space is cut into pages of 8 MiB; a page that
 * holds objects is an array of words, one word for each 256 bytes: its lower half has a bit for
 * each possible address, its upper half, filled in by {@link #rank()}, the number of addresses
 * below the word. So a look-up touches one entry of a small table and one word, and a heap of n
 * bytes needs n/32 bytes, no matter where in the address space the collector puts its regions.
 *
 * <p>Source of the idea: rank dictionaries, G. Jacobson, "Space-efficient static trees and graphs",
 * 1989.
 */
final class AddressBits {
  static final int NOT_FOUND = -1;
  private static final int PAGE_SHIFT = 23;
  private static final int WORD_SHIFT = 8;
  private static final int WORDS = 1 << (PAGE_SHIFT - WORD_SHIFT);
  private static final int GRANULE_SHIFT = 3;
  private static final int UNALIGNED = (1 << GRANULE_SHIFT) - 1;
  private static final long MOST_PAGES = 1L << 20;

  private final int pageLimit;
  private long firstPage;
  private @Nullable long[][] pages = new long[0][];
  private int pageCount;
  private boolean unsuitable;
  private int count;

  /** Makes a set that declares itself unsuitable rather than use more than so many bytes. */
  AddressBits(long mostBytes) {
    pageLimit = (int) Math.max(64, mostBytes / (WORDS * 8L));
  }

  void add(long address) {
    if (unsuitable) {
      return;
    }
    long page = address >>> PAGE_SHIFT;
    int index = (int) (page - firstPage);
    long[] words =
        page - firstPage == index && index >= 0 && index < pages.length ? pages[index] : null;
    if (words == null) {
      words = newPage(page);
    }
    words[word(address)] |= 1L << bit(address);
    if ((address & UNALIGNED) != 0) {
      unsuitable = true;
    }
  }

  /** {@return whether the addresses are too far apart, or not those of a HotSpot heap} */
  boolean isUnsuitable() {
    return unsuitable;
  }

  private long[] newPage(long page) {
    if (unsuitable || !makeRoom(page)) {
      unsuitable = true;
      return new long[WORDS];
    }
    long[] words = new long[WORDS];
    pages[(int) (page - firstPage)] = words;
    unsuitable = ++pageCount > pageLimit;
    return words;
  }

  private boolean makeRoom(long page) {
    if (pages.length == 0) {
      firstPage = page;
    }
    long low = Math.min(firstPage, page);
    long high = Math.max(firstPage + pages.length, page + 1);
    if (high - low > MOST_PAGES) {
      return false;
    }
    if (low < firstPage || high > firstPage + pages.length) {
      long slack = Math.max(16, (high - low) / 2);
      long newLow = low < firstPage ? Math.max(0, low - slack) : low;
      long newHigh = high > firstPage + pages.length ? high + slack : high;
      long[][] moved = new long[(int) (newHigh - newLow)][];
      System.arraycopy(pages, 0, moved, (int) (firstPage - newLow), pages.length);
      pages = moved;
      firstPage = newLow;
    }
    return true;
  }

  /** Takes over the addresses of another set, which must not be used afterwards. */
  void addAll(AddressBits other) {
    unsuitable |= other.unsuitable;
    for (int i = 0; i < other.pages.length && !unsuitable; i++) {
      long[] words = other.pages[i];
      if (words != null) {
        merge(other.firstPage + i, words);
      }
    }
  }

  private void merge(long page, long[] words) {
    if (!makeRoom(page)) {
      unsuitable = true;
      return;
    }
    long[] mine = pages[(int) (page - firstPage)];
    if (mine == null) {
      pages[(int) (page - firstPage)] = words;
      unsuitable |= ++pageCount > pageLimit;
    } else {
      for (int i = 0; i < WORDS; i++) {
        mine[i] |= words[i];
      }
    }
  }

  /** Counts; must be called before {@link #rankOf}, and nothing may be added afterwards. */
  void rank() {
    int below = 0;
    for (long[] words : pages) {
      if (words != null) {
        for (int i = 0; i < WORDS; i++) {
          int here = Integer.bitCount((int) words[i]);
          words[i] |= (long) below << Integer.SIZE;
          below += here;
        }
      }
    }
    count = below;
  }

  int count() {
    return count;
  }

  /** {@return the number of smaller addresses in the set, or -1 when this one is not in it} */
  int rankOf(long address) {
    long page = (address >>> PAGE_SHIFT) - firstPage;
    if (page < 0 || page >= pages.length) {
      return NOT_FOUND;
    }
    long[] words = pages[(int) page];
    if (words == null) {
      return NOT_FOUND;
    }
    long word = words[word(address)];
    int bit = 1 << bit(address);
    if (((int) word & bit) == 0 || (address & UNALIGNED) != 0) {
      return NOT_FOUND;
    }
    return (int) (word >>> Integer.SIZE) + Integer.bitCount((int) word & (bit - 1));
  }

  private static int word(long address) {
    return (int) (address >>> WORD_SHIFT) & (WORDS - 1);
  }

  private static int bit(long address) {
    return (int) (address >>> GRANULE_SHIFT) & (Integer.SIZE - 1);
  }
}
