package ai.meddoc.server.analyses;

import ai.meddoc.coding.Evidence;
import ai.meddoc.lab.LabFlag;
import ai.meddoc.lab.LabResult;
import ai.meddoc.lab.ReferenceRange;
import ai.meddoc.text.DocumentText;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A laboratory value on the wire. */
public record LabResultJson(
        String name,
        @Nullable String analyte,
        @Nullable String loinc,
        double value,
        String comparator,
        String valueText,
        String unit,
        @Nullable Double low,
        @Nullable Double high,
        @Nullable String flag,
        String flagSource,
        boolean critical,
        List<String> evidence,
        List<EvidenceSpan> evidenceSpans) {

    static LabResultJson of(DocumentText text, LabResult lab) {
        ReferenceRange range = lab.range();
        LabFlag flag = lab.flag();
        List<Evidence> evidence = evidence(text, lab);
        return new LabResultJson(
                lab.name(),
                lab.analyte(),
                lab.loinc(),
                lab.value(),
                lab.comparator(),
                lab.valueText(),
                lab.unit(),
                range == null ? null : range.low(),
                range == null ? null : range.high(),
                flag == null ? null : flag.name(),
                lab.flagSource().name().toLowerCase(Locale.ROOT),
                lab.critical(),
                EvidenceSpan.quotes(evidence),
                EvidenceSpan.of(evidence));
    }

    private static List<Evidence> evidence(DocumentText text, LabResult lab) {
        int length = lab.span().length();
        return length > 0 && length <= Evidence.MAX_LENGTH ? List.of(Evidence.of(text, lab.span())) : List.of();
    }
}
