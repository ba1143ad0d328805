package lab.jshell.trial;

import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lab.jshell.vm.Reach;

/**
 * What a graded snippet may name: arithmetic, collections, threads and the kit; nothing that
 * reaches out of its JVM, and nothing that could reach such a thing by its name.
 *
 * <p>It is a list of what is allowed, and it is read from the compiled class, so that no way of
 * writing a name gets around it. The second fence is the process itself.
 */
final class Bounds implements Reach {
  private static final List<String> PACKAGES =
      List.of(
          "java.lang",
          "java.util",
          "java.util.concurrent",
          "java.util.concurrent.atomic",
          "java.util.concurrent.locks",
          "java.util.function",
          "java.util.stream",
          "java.util.random",
          "java.util.regex",
          "java.time",
          "java.time.temporal",
          "java.math",
          "java.text",
          "java.nio.charset",
          "lab.jshell.kit");

  private static final Set<String> CLASSES =
      Set.of(
          "java.io.PrintStream",
          "java.io.IOException",
          "java.io.UncheckedIOException",
          "java.io.Serializable",
          "java.io.Closeable",
          "java.security.MessageDigest",
          "java.security.NoSuchAlgorithmException",
          // Only the compiler names these; a call to them would show as a member of a class above.
          "java.lang.invoke.MethodHandles$Lookup",
          "java.lang.invoke.LambdaMetafactory",
          "java.lang.invoke.StringConcatFactory",
          "java.lang.invoke.MethodHandles",
          "java.lang.invoke.MethodType",
          "java.lang.invoke.CallSite",
          "java.lang.invoke.MethodHandle",
          "java.lang.invoke.TypeDescriptor",
          "java.lang.runtime.ObjectMethods",
          "java.lang.runtime.SwitchBootstraps",
          // JShell's own wrapper around what is not declared yet
          "jdk.jshell.spi.SPIResolutionException");

  private static final Set<String> BARRED =
      Set.of(
          "java.lang.ClassLoader",
          "java.lang.Compiler",
          "java.lang.Module",
          "java.lang.ModuleLayer",
          "java.lang.Process",
          "java.lang.ProcessBuilder",
          "java.lang.ProcessHandle",
          "java.lang.ScopedValue$Carrier",
          "java.lang.SecurityManager",
          "java.lang.StackWalker",
          "java.lang.ThreadGroup",
          "java.util.ServiceLoader",
          "java.util.Scanner",
          "java.util.Formatter",
          "java.util.Properties",
          "java.util.ResourceBundle",
          "java.util.Timer");

  /** Where a class has members of both sorts: those that may be used. */
  private static final Map<String, Set<String>> MEMBERS =
      Map.of(
          "java.lang.System",
              Set.of(
                  "out",
                  "err",
                  "nanoTime",
                  "currentTimeMillis",
                  "arraycopy",
                  "identityHashCode",
                  "lineSeparator"),
          "java.lang.Runtime",
              Set.of("getRuntime", "availableProcessors", "freeMemory", "totalMemory", "maxMemory"),
          "java.lang.Class",
              Set.of(
                  "getName",
                  "getSimpleName",
                  "desiredAssertionStatus",
                  "isInstance",
                  "cast",
                  "hashCode",
                  "equals",
                  "toString"),
          "java.lang.invoke.LambdaMetafactory", Set.of("metafactory", "altMetafactory"),
          "java.lang.invoke.StringConcatFactory", Set.of("makeConcatWithConstants", "makeConcat"),
          "java.lang.runtime.ObjectMethods", Set.of("bootstrap"),
          "java.lang.runtime.SwitchBootstraps", Set.of("typeSwitch", "enumSwitch"),
          "java.io.PrintStream", Set.of("print", "println", "printf", "format", "flush"));

  private static final Map<String, Set<String>> BARRED_MEMBERS =
      Map.of(
          "java.lang.Thread",
          Set.of(
              "getContextClassLoader",
              "setContextClassLoader",
              "getThreadGroup",
              "enumerate",
              "getAllStackTraces",
              "setDefaultUncaughtExceptionHandler"));

  @Override
  public Optional<String> forbidden(byte[] classBytes) {
    var pool = ClassFile.of().parse(classBytes).constantPool();
    for (PoolEntry entry : pool) {
      var found =
          switch (entry) {
            case ClassEntry type -> type(name(type.asInternalName()));
            case MemberRefEntry member ->
                member(name(member.owner().asInternalName()), member.name().stringValue());
            default -> Optional.<String>empty();
          };
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> type(String name) {
    return allowed(name) ? Optional.empty() : Optional.of(name.replace('$', '.'));
  }

  private static Optional<String> member(String owner, String member) {
    boolean may =
        Optional.ofNullable(MEMBERS.get(owner)).map(all -> all.contains(member)).orElse(true)
            && !Optional.ofNullable(BARRED_MEMBERS.get(owner)).orElse(Set.of()).contains(member)
            && (!owner.startsWith("java.lang.invoke.") || MEMBERS.containsKey(owner));
    return may ? Optional.empty() : Optional.of(owner + "." + member);
  }

  private static boolean allowed(String name) {
    if (name.startsWith("REPL.") || CLASSES.contains(name)) {
      return true;
    }
    int end = name.lastIndexOf('.');
    int nested = name.indexOf('$');
    var outer = nested < 0 ? name : name.substring(0, nested);
    return end > 0
        && PACKAGES.contains(name.substring(0, end))
        && !BARRED.contains(name)
        && !BARRED.contains(outer);
  }

  /** A class' name without what makes it an array. */
  private static String name(String internal) {
    int dimensions = 0;
    while (dimensions < internal.length() && internal.charAt(dimensions) == '[') {
      dimensions++;
    }
    if (dimensions == 0) {
      return internal.replace('/', '.');
    }
    boolean primitive = internal.charAt(dimensions) != 'L';
    return primitive
        ? "java.lang.Object"
        : internal.substring(dimensions + 1, internal.length() - 1).replace('/', '.');
  }
}
