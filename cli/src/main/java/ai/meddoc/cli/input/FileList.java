package ai.meddoc.cli.input;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * From what the user named to the files that are meant: folders become the files in them and below, sorted by path,
 * hidden ones left out. A name that leads nowhere stays in the list and fails when it is read.
 */
public final class FileList {

    private FileList() {}

    public static List<DocumentFile> of(List<String> names) {
        List<DocumentFile> files = new ArrayList<>();
        for (String name : names) {
            DocumentFile named = DocumentFile.named(name);
            Path path = named.path();
            if (path != null && Files.isDirectory(path)) {
                files.addAll(inside(path));
            } else {
                files.add(named);
            }
        }
        return files;
    }

    private static List<DocumentFile> inside(Path folder) {
        List<Path> found = new ArrayList<>();
        try {
            Files.walkFileTree(folder, new Visitor(folder, found));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found.stream()
                .sorted(Comparator.naturalOrder())
                .map(path -> new DocumentFile(path.toString(), path))
                .toList();
    }

    private static final class Visitor extends SimpleFileVisitor<Path> {

        private final Path top;
        private final List<Path> found;

        Visitor(Path top, List<Path> found) {
            this.top = top;
            this.found = found;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean enter = folder.equals(top) || !isHidden(folder);
            return enter ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (!isHidden(file) && Files.isRegularFile(file)) {
                found.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException problem) {
            found.add(file);
            return FileVisitResult.CONTINUE;
        }

        private static boolean isHidden(Path path) {
            return path.getFileName().toString().startsWith(".");
        }
    }
}
