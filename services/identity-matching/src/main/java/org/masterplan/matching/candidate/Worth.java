package org.masterplan.matching.candidate;

/** Tells what a key's pairs are worth, by some of them. To be asked by several threads at once. */
public interface Worth {
  /** Nothing is asked: every key counts. */
  Worth ALL = pairs -> 1;

  /** The share of these pairs that more probably are one person than not. */
  double share(long[] pairs);
}
