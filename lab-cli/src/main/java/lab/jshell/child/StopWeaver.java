package lab.jshell.child;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.util.HashSet;
import java.util.Set;

/** Makes a class stoppable: each method and each backward jump first calls {@link Stop#check()}. */
final class StopWeaver implements CodeTransform {
  private static final ClassDesc STOP = ClassDesc.of(Stop.class.getName());

  private final Set<Label> passed = new HashSet<>();

  private StopWeaver() {}

  static byte[] weave(byte[] classBytes) {
    var file = ClassFile.of();
    return file.transformClass(
        file.parse(classBytes),
        ClassTransform.transformingMethodBodies(CodeTransform.ofStateful(StopWeaver::new)));
  }

  @Override
  public void atStart(CodeBuilder builder) {
    check(builder);
  }

  @Override
  public void accept(CodeBuilder builder, CodeElement element) {
    if (element instanceof LabelTarget target) {
      passed.add(target.label());
    } else if (element instanceof BranchInstruction jump && passed.contains(jump.target())) {
      check(builder);
    }
    builder.with(element);
  }

  private static void check(CodeBuilder builder) {
    builder.invokestatic(STOP, "check", ConstantDescs.MTD_void);
  }
}
