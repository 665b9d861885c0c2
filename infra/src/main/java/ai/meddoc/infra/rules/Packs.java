package ai.meddoc.infra.rules;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import io.github.cdklabs.cdknag.HIPAASecurityChecks;
import io.github.cdklabs.cdknag.NagReportFormat;
import java.util.List;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Aspects;

/** cdk-nag's packs for HIPAA and for AWS's own solutions, with their reports beside the templates. */
public final class Packs {

    private Packs() {}

    public static void attach(App app) {
        attachTo(app);
        Exceptions.apply(app);
    }

    /** The packs alone, without our exceptions: for a stack that is not ours. */
    public static void attachTo(App app) {
        Aspects.of(app)
                .add(HIPAASecurityChecks.Builder.create()
                        .reports(true)
                        .reportFormats(List.of(NagReportFormat.JSON))
                        .build());
        Aspects.of(app)
                .add(AwsSolutionsChecks.Builder.create()
                        .reports(true)
                        .reportFormats(List.of(NagReportFormat.JSON))
                        .build());
    }
}
