package ai.meddoc.server.codes;

import ai.meddoc.terminology.CodeNote;
import ai.meddoc.terminology.Icd10Cm;
import ai.meddoc.terminology.Icd10CmCode;
import java.util.List;

/** One code, where it stands and what the tabular list says of it. */
public record CodeDetail(
        String code,
        String description,
        boolean billable,
        List<CodeRef> path,
        List<CodeRef> children,
        List<CodeNoteJson> notes,
        String terminologyRelease) {

    /** A node of the classification. */
    public record CodeRef(String code, String description, boolean billable) {

        static CodeRef of(Icd10CmCode code) {
            return new CodeRef(code.code(), code.title(), code.billable());
        }
    }

    /** A note on the wire. */
    public record CodeNoteJson(String kind, String text, List<String> codes) {

        static CodeNoteJson of(CodeNote note) {
            return new CodeNoteJson(note.kind().name(), note.text(), note.codes());
        }
    }

    static CodeDetail of(Icd10Cm release, Icd10CmCode code) {
        return new CodeDetail(
                code.code(),
                code.title(),
                code.billable(),
                release.path(code.code()).stream().map(CodeRef::of).toList(),
                release.children(code.code()).stream().map(CodeRef::of).toList(),
                release.notesInForce(code.code()).stream().map(CodeNoteJson::of).toList(),
                release.release());
    }
}
