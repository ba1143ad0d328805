package lab.nginx.policy;

/** What a variable can bring into a path. */
enum Shape {
  /** No dot, no slash and no question mark; often a name, perhaps nothing. */
  WORD,
  /** Whole segments of a path that has no step upwards: safe between two slashes. */
  SEGMENTS,
  /** The same with a slash in front: safe behind anything. */
  PATH,
  /** What a client likes. */
  ANYTHING;

  /** What holds of a variable that has now this and now that shape. */
  Shape or(Shape other) {
    if (this == other) {
      return this;
    }
    return this == ANYTHING || other == ANYTHING ? ANYTHING : SEGMENTS;
  }

  /** Whether it can bring dots. */
  boolean dotted() {
    return this == SEGMENTS || this == PATH;
  }
}
