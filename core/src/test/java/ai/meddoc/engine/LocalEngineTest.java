package ai.meddoc.engine;

import static org.assertj.core.api.Assertions.assertThat;

import ai.meddoc.text.DocumentText;
import ai.meddoc.text.Finding;
import org.junit.jupiter.api.Test;

final class LocalEngineTest extends ClinicalEngineContract {

    private static final LocalEngine ENGINE = LocalEngine.load();

    @Override
    protected ClinicalEngine engine() {
        return ENGINE;
    }

    @Test
    void says_when_the_date_of_service_has_no_release() {
        Analysis analysis = ENGINE.analyze(
                AnalysisRequest.of(DocumentText.of("Date of service: 03/01/2019\nASSESSMENT: Hypertension.")));
        assertThat(analysis.findings()).extracting(Finding::code).contains(Finding.Code.RELEASE_NOT_IN_FORCE);
    }
}
