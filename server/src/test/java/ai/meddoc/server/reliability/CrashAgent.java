package ai.meddoc.server.reliability;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/** Inside the server: holds up threads that come to a {@link CrashPoint}, and tells by a file that it does. */
public final class CrashAgent {

    private static final ClassDesc SELF = ClassDesc.of(CrashAgent.class.getName());
    private static final MethodTypeDesc NOTHING = MethodTypeDesc.of(ConstantDescs.CD_void);
    private static final AtomicInteger PASSES = new AtomicInteger();
    private static volatile int every = Integer.MAX_VALUE;
    private static volatile long millis;
    private static volatile String marker = "";

    private CrashAgent() {}

    /** Called by the JVM, with what {@link CrashPoint#agent} wrote. */
    public static void premain(String words, Instrumentation jvm) {
        String[] parts = words.split(";", -1);
        every = Integer.parseInt(parts[3]);
        millis = Long.parseLong(parts[4]);
        marker = parts[5];
        jvm.addTransformer(new Transformer(parts[0], parts[1], new Calls(parts[2])));
    }

    /** Called at the point; files with numbers tell how often it held somebody up. */
    public static void pass() throws IOException, InterruptedException {
        int count = PASSES.incrementAndGet();
        if (count % every == 0) {
            Files.createFile(Path.of(marker + "-" + count / every));
            Thread.sleep(millis);
        }
    }

    private record Transformer(String type, String method, Calls calls) implements ClassFileTransformer {

        @Override
        public byte @Nullable [] transform(
                @Nullable ClassLoader loader,
                String name,
                @Nullable Class<?> old,
                @Nullable ProtectionDomain domain,
                byte[] bytes) {
            if (!name.equals(type)) {
                return null;
            }
            try {
                return held(loader, bytes);
            } catch (RuntimeException e) {
                // The JVM would keep it to itself.
                e.printStackTrace();
                throw e;
            }
        }

        private byte[] held(@Nullable ClassLoader loader, byte[] bytes) {
            ClassHierarchyResolver others = loader == null
                    ? ClassHierarchyResolver.defaultResolver()
                    : ClassHierarchyResolver.ofResourceParsing(loader);
            ClassFile file = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(others));
            return file.transformClass(
                    file.parse(bytes),
                    ClassTransform.transformingMethodBodies(m -> m.methodName().equalsString(method), calls));
        }
    }

    /** Puts the calls of {@link #pass} into a method. */
    private record Calls(String where) implements CodeTransform {

        @Override
        public void atStart(CodeBuilder code) {
            if (where.equals("entry")) {
                call(code);
            }
        }

        @Override
        public void accept(CodeBuilder code, CodeElement element) {
            boolean commit =
                    element instanceof InvokeInstruction call && call.name().equalsString("commit");
            if ((commit && where.equals("before-commit"))
                    || (element instanceof ReturnInstruction && where.equals("return"))) {
                call(code);
            }
            code.with(element);
            if (commit && where.equals("after-commit")) {
                call(code);
            }
        }

        private static void call(CodeBuilder code) {
            code.invokestatic(SELF, "pass", NOTHING);
        }
    }

    /** Packs the agent, as the JVM wants it. */
    static Path jar(Path folder) throws IOException {
        Path jar = folder.resolve("crash-agent.jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(new Attributes.Name("Premain-Class"), CrashAgent.class.getName());
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest)) {
            for (Class<?> type : new Class<?>[] {CrashAgent.class, Transformer.class, Calls.class}) {
                String entry = type.getName().replace('.', '/') + ".class";
                out.putNextEntry(new JarEntry(entry));
                try (InputStream bytes = CrashAgent.class.getClassLoader().getResourceAsStream(entry)) {
                    Objects.requireNonNull(bytes).transferTo(out);
                }
            }
        }
        return jar;
    }
}
