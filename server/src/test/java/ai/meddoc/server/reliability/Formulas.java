package ai.meddoc.server.reliability;

import ai.meddoc.server.Api;
import ai.meddoc.server.RunningServer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * S6: no cell of the one table that routes answer with, a finished review's codes, starts a formula, whatever the document
 * and the coder write; nor do the names of files, which callers put into tables of their own.
 */
final class Formulas implements Row {

    private static final Set<String> TESTED = Set.of("text/csv");
    private static final String STARTS = "=+-@\t\r\n";
    private static final String REST = "=+-@SUM(A1:9)\"',;|!cmd calc\u00e9\u4e2d\uff1d\uff0b\uff0d\uff20 ";

    @Override
    public String target() {
        return "no cell of an export starts a formula";
    }

    @Override
    public Figure run(Scale scale) throws Exception {
        try (RunningServer server = RunningServer.start(scale.folder(), Map.of("REQUESTS_PER_MINUTE", "1000000"))) {
            Api api = server.api();
            Set<String> types = contentTypes(api.get("/openapi.json").json());
            types.removeAll(TESTED);
            boolean tables = types.stream().anyMatch(type -> type.contains("csv") || type.contains("sheet"));
            Random random = new Random(20261125);
            int names = scale.of(300, 5_000);
            int kept = 0;
            int formulas = 0;
            for (int i = 0; i < names; i++) {
                Api.Reply reply = api.upload(name(random), Clients.content(i), Map.of("run_pipeline", "false"));
                if (reply.status() == 200) {
                    kept++;
                    formulas += startsFormula(api.get("/documents/"
                                            + reply.json().path("document_id").asLong())
                                    .json()
                                    .path("original_filename")
                                    .asText())
                            ? 1
                            : 0;
                }
            }
            ReviewCells cells = ReviewCells.of(api, random, scale.of(20, 200));
            return Figure.of(
                    !tables && formulas == 0 && kept > 0 && kept < names && cells.formulas() == 0 && cells.all() > 0,
                    "%d of %d random file names kept, %d of them start a formula; %d of %d cells of exported reviews do%s"
                            .formatted(
                                    kept,
                                    names,
                                    formulas,
                                    cells.formulas(),
                                    cells.all(),
                                    tables ? "; OTHER TABLES THAT NOBODY TESTED: " + types : ""));
        }
    }

    static String words(Random random) {
        StringBuilder name = new StringBuilder();
        if (random.nextBoolean()) {
            name.append(STARTS.charAt(random.nextInt(STARTS.length())));
        }
        for (int i = 0; i < 12; i++) {
            name.append(REST.charAt(random.nextInt(REST.length())));
        }
        return name.toString();
    }

    private static String name(Random random) {
        return words(random).replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }

    /** Also in the wide forms that some spreadsheets take for the narrow ones. */
    static boolean startsFormula(String name) {
        return name.isEmpty() || "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20".indexOf(name.charAt(0)) >= 0;
    }

    private static Set<String> contentTypes(JsonNode contract) {
        Set<String> types = new TreeSet<>();
        for (JsonNode content : contract.findValues("content")) {
            content.fieldNames().forEachRemaining(types::add);
        }
        types.remove("application/problem+json");
        return types;
    }
}
