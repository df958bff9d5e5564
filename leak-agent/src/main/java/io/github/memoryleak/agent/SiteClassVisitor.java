package io.github.memoryleak.agent;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Adds calls of the recorder to a class. They are straight code, so its frames stay right. */
final class SiteClassVisitor extends ClassVisitor {
  private static final String RECORDER = "io/github/memoryleak/agent/Recorder";
  private static final String THREAD = "java/lang/Thread";

  /** What ends files, channels, selectors and the like, in the class itself. */
  private static final Set<String> CLOSING =
      Set.of(
          "close",
          "closeImpl",
          "end",
          "implClose",
          "implCloseChannel",
          "implCloseSelectableChannel");

  private final String name;
  private final boolean constructors;
  private final boolean arrays;
  private final boolean lambdas;
  private final boolean threads;
  private final boolean memory;
  private final boolean definitions;

  SiteClassVisitor(ClassVisitor next, String name, Wanted wanted) {
    super(Opcodes.ASM9, next);
    this.name = name;
    String className = name.replace('/', '.');
    constructors = wanted.classes().contains(className);
    arrays = !wanted.arrays().isEmpty();
    lambdas = wanted.lambdaHosts().contains(className);
    threads = wanted.threads() && name.equals(THREAD);
    memory = wanted.memory() && className.equals(Wanted.MEMORY);
    definitions = wanted.definitions() && SiteTransformer.mayDefineClasses(name);
  }

  @Override
  public MethodVisitor visitMethod(
      int access,
      String method,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    MethodVisitor next = super.visitMethod(access, method, descriptor, signature, exceptions);
    if (constructors && method.equals("<init>")) {
      next = new Constructor(next);
    }
    if (constructors
        && CLOSING.contains(method)
        && descriptor.startsWith("()")
        && (access & (Opcodes.ACC_STATIC | Opcodes.ACC_ABSTRACT)) == 0) {
      next = new Close(next);
    }
    if (memory && method.endsWith("Memory")) {
      next = new Memory(next, method, descriptor);
    }
    if (definitions && method.equals("defineClass") && descriptor.endsWith(")Ljava/lang/Class;")) {
      next = new Returned(next);
    }
    if (arrays && name.equals("java/lang/reflect/Array") && method.equals("newInstance")) {
      next = new Returned(next);
    }
    // From JDK 21 on pools start their threads by another method of the same name.
    if (threads && method.equals("start") && (access & Opcodes.ACC_STATIC) == 0) {
      next = new Start(next);
    }
    return arrays || lambdas ? new Made(next) : next;
  }

  private static void created(MethodVisitor method) {
    method.visitMethodInsn(
        Opcodes.INVOKESTATIC, RECORDER, "created", "(Ljava/lang/Object;)V", false);
  }

  /** The object is there when the constructor returns. */
  private static final class Constructor extends MethodVisitor {
    Constructor(MethodVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visitInsn(int opcode) {
      if (opcode == Opcodes.RETURN) {
        super.visitVarInsn(Opcodes.ALOAD, 0);
        created(mv);
      }
      super.visitInsn(opcode);
    }
  }

  /** What the method returns has been made by it. */
  private static final class Returned extends MethodVisitor {
    Returned(MethodVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visitInsn(int opcode) {
      if (opcode == Opcodes.ARETURN) {
        super.visitInsn(Opcodes.DUP);
        created(mv);
      }
      super.visitInsn(opcode);
    }
  }

  private static final class Close extends MethodVisitor {
    Close(MethodVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visitCode() {
      super.visitCode();
      super.visitVarInsn(Opcodes.ALOAD, 0);
      super.visitMethodInsn(
          Opcodes.INVOKESTATIC, RECORDER, "closed", "(Ljava/lang/Object;)V", false);
    }
  }

  private static final class Start extends MethodVisitor {
    Start(MethodVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visitCode() {
      super.visitCode();
      super.visitVarInsn(Opcodes.ALOAD, 0);
      super.visitMethodInsn(
          Opcodes.INVOKESTATIC, RECORDER, "started", "(Ljava/lang/Thread;)V", false);
    }
  }

  /** What takes memory returns its address, and what gives it back has that as its argument. */
  private static final class Memory extends MethodVisitor {
    private static final Set<String> FREEING = Set.of("freeMemory", "reallocateMemory");
    private static final Set<String> ALLOCATING = Set.of("allocateMemory", "reallocateMemory");

    private final boolean frees;
    private final boolean allocates;

    Memory(MethodVisitor next, String method, String descriptor) {
      super(Opcodes.ASM9, next);
      frees = FREEING.contains(method) && descriptor.startsWith("(J");
      allocates = ALLOCATING.contains(method) && descriptor.endsWith("J)J");
    }

    @Override
    public void visitCode() {
      super.visitCode();
      if (frees) {
        super.visitVarInsn(Opcodes.LLOAD, 1);
        super.visitMethodInsn(Opcodes.INVOKESTATIC, RECORDER, "freed", "(J)V", false);
      }
    }

    @Override
    public void visitInsn(int opcode) {
      if (allocates && opcode == Opcodes.LRETURN) {
        super.visitInsn(Opcodes.DUP2);
        super.visitMethodInsn(Opcodes.INVOKESTATIC, RECORDER, "allocated", "(J)V", false);
      }
      super.visitInsn(opcode);
    }
  }

  /** Arrays and lambdas have no constructor: they are noted where they are made. */
  private final class Made extends MethodVisitor {
    Made(MethodVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
      super.visitIntInsn(opcode, operand);
      if (opcode == Opcodes.NEWARRAY) {
        note(arrays);
      }
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
      super.visitTypeInsn(opcode, type);
      if (opcode == Opcodes.ANEWARRAY) {
        note(arrays);
      }
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
      super.visitMultiANewArrayInsn(descriptor, dimensions);
      note(arrays);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String method, String descriptor, boolean isInterface) {
      super.visitMethodInsn(opcode, owner, method, descriptor, isInterface);
      if (owner.startsWith("[") && method.equals("clone")) {
        note(arrays);
      }
    }

    @Override
    public void visitInvokeDynamicInsn(
        String method,
        String descriptor,
        org.objectweb.asm.Handle bootstrap,
        Object... bootstrapArguments) {
      super.visitInvokeDynamicInsn(method, descriptor, bootstrap, bootstrapArguments);
      if (Type.getReturnType(descriptor).getSort() == Type.OBJECT) {
        note(lambdas);
      }
    }

    private void note(boolean isWanted) {
      if (isWanted) {
        super.visitInsn(Opcodes.DUP);
        created(mv);
      }
    }
  }
}
