package ai.meddoc.server.documents;

import ai.meddoc.document.DocumentType;
import ai.meddoc.server.analyses.CallerWords;
import ai.meddoc.server.analyses.Priority;
import ai.meddoc.server.problems.ProblemException;
import jakarta.ws.rs.FormParam;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** The fields of an upload as they came. */
public final class UploadForm {

    private static final int SAMPLE = 8192;

    @RestForm(FileUpload.ALL)
    @Nullable List<FileUpload> files;

    @FormParam("run_pipeline")
    @Nullable String runPipeline;

    @FormParam("document_type_hint")
    @Nullable String documentTypeHint;

    @FormParam("encounter")
    @Nullable String encounter;

    @FormParam("date_of_service")
    @Nullable String dateOfService;

    @FormParam("priority")
    @Nullable String priority;

    @FormParam("upgrade_later")
    @Nullable String upgradeLater;

    FileUpload file() {
        if (files == null || files.isEmpty()) {
            throw ProblemException.malformed("The form has no file: send it as the field file, with a file name.");
        }
        if (files.size() > 1) {
            throw ProblemException.malformed("The form has " + files.size() + " files; send one per request.");
        }
        FileUpload only = files.getFirst();
        if (!"file".equals(only.name())) {
            throw ProblemException.malformed("The form's file must be in the field file.");
        }
        return only;
    }

    /** @param usual how urgent it is when the form does not say */
    NewDocument checked(String tenant, Priority usual) throws IOException {
        FileUpload file = file();
        String name = FileName.checked(file.fileName() == null ? "" : file.fileName());
        DocumentType hint = CallerWords.type(blankToNull(documentTypeHint), "document_type_hint", false);
        boolean run = flag(runPipeline, "run_pipeline", true);
        boolean later = flag(upgradeLater, "upgrade_later", false);
        var stay = CallerWords.encounter(blankToNull(encounter), blankToNull(dateOfService));
        Priority urgency = Priority.of(blankToNull(priority), usual);
        return new NewDocument(tenant, name, contentType(file), run, hint, stay, urgency, later);
    }

    private static String contentType(FileUpload file) throws IOException {
        try (InputStream in = Files.newInputStream(file.uploadedFile())) {
            return ContentTypes.of(in.readNBytes(SAMPLE));
        }
    }

    private static boolean flag(@Nullable String value, String field, boolean otherwise) {
        return switch (value == null ? "" : value.strip().toLowerCase(Locale.ROOT)) {
            case "" -> otherwise;
            case "true", "1", "on", "yes" -> true;
            case "false", "0", "off", "no" -> false;
            default -> throw ProblemException.malformed(field + " must be true or false.");
        };
    }

    private static @Nullable String blankToNull(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }
}
