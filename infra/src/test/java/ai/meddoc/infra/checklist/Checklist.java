package ai.meddoc.infra.checklist;

import ai.meddoc.infra.DeploymentOption;
import java.util.List;
import java.util.stream.Stream;

/** All lines. */
final class Checklist {

    private Checklist() {}

    static List<Line> of(DeploymentOption option) {
        return Stream.of(
                        NetworkLines.all(),
                        DataLines.all(),
                        EdgeLines.all(),
                        AccessLines.all(),
                        RuntimeLines.all(),
                        ObservabilityLines.all())
                .flatMap(List::stream)
                .filter(l -> l.options().contains(option))
                .toList();
    }
}
