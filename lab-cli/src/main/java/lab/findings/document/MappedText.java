package lab.findings.document;

import java.util.Arrays;

/** Plain text that knows, for each of its characters, the offset in the Markdown it came from. */
public final class MappedText {
  private final String text;
  private final int[] offsets;

  private MappedText(String text, int[] offsets) {
    this.text = text;
    this.offsets = offsets;
  }

  public String text() {
    return text;
  }

  /** The offset in the source of the character at {@code index}; characters, from 0. */
  public int offset(int index) {
    if (offsets.length == 0) {
      return 0;
    }
    return index < offsets.length ? offsets[index] : offsets[offsets.length - 1] + 1;
  }

  /** Collects text from pieces of a source. */
  static final class Builder {
    private final StringBuilder text = new StringBuilder();
    private int[] offsets = new int[256];

    /**
     * Adds text that stands in the source.
     *
     * @param piece the text as it reads
     * @param from offset of its first character
     * @param length characters it takes there; when it differs from the text's own length (an
     *     escape, an entity), all characters of the text point to {@code from}
     */
    void add(String piece, int from, int length) {
      for (int i = 0; i < piece.length(); i++) {
        addOne(piece.charAt(i), length == piece.length() ? from + i : from);
      }
    }

    /** Adds a character that the source does not spell out. */
    void glue(char one) {
      addOne(one, text.isEmpty() ? 0 : offsets[text.length() - 1]);
    }

    boolean isBlank() {
      return text.toString().isBlank();
    }

    MappedText build() {
      return new MappedText(text.toString(), Arrays.copyOf(offsets, text.length()));
    }

    private void addOne(char one, int offset) {
      if (text.length() == offsets.length) {
        offsets = Arrays.copyOf(offsets, offsets.length * 2);
      }
      offsets[text.length()] = offset;
      text.append(one);
    }
  }
}
