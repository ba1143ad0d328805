package lab.jshell.child;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One message on the line between the lab and the learner's JVM: a kind and some fields.
 *
 * <p>Only text, numbers and class bytes travel, never serialized objects, so that a snippet which
 * writes on the line itself can say nothing but what it could say anyway.
 *
 * @param kind what it is about
 * @param fields in an order that the kind gives
 */
public record Frame(Kind kind, List<byte[]> fields) {
  private static final int MOST_FIELDS = 4096;
  private static final int MOST_BYTES = 4 * 1024 * 1024;

  /** The kinds, with their fields. */
  public enum Kind {
    /** To the snippet: classes to define; name and bytes by turns. */
    LOAD,
    /** To the snippet: run a static method; class, method. */
    INVOKE,
    /** To the snippet: show a static field; class, field. */
    VALUE,
    /** To the snippet: stop what runs. */
    STOP,
    /** To the lab: a value in words. */
    DONE,
    /** To the lab: what was thrown, as {@link Thrown} writes it. */
    THREW,
    /** To the lab: something that was printed. */
    PRINTED,
    /** To the lab: a call that wants a reply; number, verb, arguments. */
    CALL,
    /** To the lab: a call that wants none; verb, arguments. */
    TELL,
    /** To the snippet: the result of a call; number, {@code ok} or {@code failed}, fields. */
    REPLY
  }

  public Frame {
    fields = List.copyOf(fields);
  }

  /** A message of texts. */
  public static Frame of(Kind kind, List<String> texts) {
    return new Frame(
        kind, texts.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList());
  }

  /** A message of texts. */
  public static Frame of(Kind kind, String... texts) {
    return of(kind, List.of(texts));
  }

  /** A field as text. */
  public String text(int field) {
    return new String(fields.get(field), StandardCharsets.UTF_8);
  }

  /** All fields from one on, as texts. */
  public List<String> texts(int from) {
    return fields.subList(from, fields.size()).stream()
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .toList();
  }

  void write(DataOutputStream out) throws IOException {
    out.writeUTF(kind.name());
    out.writeInt(fields.size());
    for (var field : fields) {
      out.writeInt(field.length);
      out.write(field);
    }
  }

  static Frame read(DataInputStream in) throws IOException {
    var kind = kind(in.readUTF());
    int count = in.readInt();
    if (count < 0 || count > MOST_FIELDS) {
      throw new IOException("no message: " + kind + " with " + count + " fields");
    }
    var fields = new ArrayList<byte[]>(Math.min(count, 64));
    int room = MOST_BYTES;
    for (int i = 0; i < count; i++) {
      int length = in.readInt();
      if (length < 0 || length > room) {
        throw new IOException("a message is too long");
      }
      room -= length;
      fields.add(in.readNBytes(length));
    }
    return new Frame(kind, fields);
  }

  private static Kind kind(String name) throws IOException {
    try {
      return Kind.valueOf(name);
    } catch (IllegalArgumentException e) {
      throw new IOException(
          "no kind of message: " + name.substring(0, Math.min(20, name.length())), e);
    }
  }
}
