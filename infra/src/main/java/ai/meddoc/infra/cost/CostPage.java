package ai.meddoc.infra.cost;

import ai.meddoc.infra.DeploymentOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Writes docs/cost.md: {@code infra/cost} runs it. */
public final class CostPage {

    private static final List<Long> VOLUMES = List.of(1_000L, 100_000L, 10_000_000L);

    private CostPage() {}

    public static void main(String... args) throws IOException {
        Files.writeString(Path.of(args[0]), text());
    }

    static String text() {
        Prices prices = Prices.read();
        StringBuilder page = new StringBuilder();
        page.append("""
                # What a month costs

                Written by `infra/cost` from `prices.tsv` beside `cost/Prices.java`: US dollars a month, us-east-1, on demand, without tax.
                Prices change: compare the dates below with the vendor's pages before you rely on a sum. A date is when the price was last
                seen: those of 2026 were looked up again and stood as before, but for Claude's, which fell.

                """);
        summary(page, prices);
        guide(page, prices);
        assumptions(page);
        levers(page);
        table(page, prices);
        return page.toString();
    }

    private static void summary(StringBuilder page, Prices prices) {
        page.append("| documents a month |");
        for (DeploymentOption option : DeploymentOption.values()) {
            page.append(' ').append(option.word()).append(" | with Claude |");
        }
        page.append("\n|---:|---:|---:|---:|---:|---:|---:|\n");
        for (long volume : VOLUMES) {
            page.append(String.format(Locale.ROOT, "| %,d |", volume));
            for (DeploymentOption option : DeploymentOption.values()) {
                for (boolean claude : List.of(false, true)) {
                    page.append(dollars(Bill.of(option, new Load(volume, claude), prices)
                                    .total()))
                            .append(" |");
                }
            }
            page.append('\n');
        }
        page.append(
                        "\nThe local engine needs no Claude; `service.useClaude` in `infra/environments` decides. Above about 790,000")
                .append(
                        " documents a month\n`service.maximum` and the database's class must be raised with the load.\n\n");
    }

    private static void guide(StringBuilder page, Prices prices) {
        Bill ours = Bill.of(DeploymentOption.FARGATE, new Load(1_000, false), prices);
        page.append(String.format(
                Locale.ROOT,
                "## Beside the guide's $%.0f%n%nThe rows of the guide's table add up to $%.2f, not $%.0f. They leave out"
                        + " what the guide itself asks for:%nNAT gateways, public addresses, WAF, KMS, GuardDuty, CloudTrail and their"
                        + " logs. Ours, at 1,000 documents a month on%nFargate with all of it, comes to about $%.0f:%n%n",
                GuideBill.SAID,
                GuideBill.sum(),
                GuideBill.SAID,
                ours.total()));
        page.append("| the guide | $ | ours | $ |\n|---|---:|---|---:|\n");
        List<GuideBill.Row> rows = GuideBill.rows();
        for (int i = 0; i < Math.max(rows.size(), ours.items().size()); i++) {
            page.append(
                            i < rows.size()
                                    ? String.format(
                                            Locale.ROOT,
                                            "| %s | %.2f |",
                                            rows.get(i).service(),
                                            rows.get(i).usd())
                                    : "| | |")
                    .append(
                            i < ours.items().size()
                                    ? String.format(
                                            Locale.ROOT,
                                            " %s | %.2f |%n",
                                            ours.items().get(i).name(),
                                            ours.items().get(i).usd())
                                    : " | |\n");
        }
        page.append(String.format(
                Locale.ROOT, "| **sum** | **%.2f** | **sum** | **%.2f** |%n%n", GuideBill.sum(), ours.total()));
    }

    private static void assumptions(StringBuilder page) {
        page.append(String.format(
                Locale.ROOT,
                "## Assumed for each document%n%n%.1f MB stored (for %d months), %.0f s of one core, %d calls of the API; with"
                        + " Claude %,d tokens in and %,d out.%n%d people sign in. Tasks and machines are busy to 60%%.%n%n",
                Load.MEGABYTES,
                Load.MONTHS_KEPT,
                Load.CPU_SECONDS,
                Load.REQUESTS,
                Load.TOKENS_IN,
                Load.TOKENS_OUT,
                Load.PEOPLE));
    }

    private static void levers(StringBuilder page) {
        page.append("""
                ## Levers

                | lever | about | what it costs otherwise |
                |---|---|---|
                | one NAT gateway (`network.natGateways=1`; `dev` has it) | -$36 | a lost zone takes Claude away |
                | single-zone database for trials (`database.multiAz=false`, `dev` only) | half of RDS | minutes to hours down when a zone fails; two more findings of cdk-nag to explain |
                | `db.t4g.micro` (`dev` has it) | -$71 | 1 GB of memory, about 80 connections |
                | ARM tasks | -20% of Fargate | the image built for arm64 |
                | Fargate Spot for part of the tasks | -70% of those | two minutes' notice; jobs are taken over by others |
                | reserved database instance, one year | -35% of RDS | a commitment |
                | Compute Savings Plan, one year | -20% of Fargate | a commitment |
                | S3 Intelligent-Tiering (on after 30 days) | -40% of documents not read | nothing |
                | interface endpoints instead of NAT, when Claude is off | -$37 with three endpoints | no way out to Anthropic |

                """);
    }

    private static void table(StringBuilder page, Prices prices) {
        page.append("## Prices\n\n| price | $ | for one | as of | where |\n|---|---:|---|---|---|\n");
        for (Prices.Price price : prices.all()) {
            page.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %s | %s | %s |%n",
                    price.id(),
                    new java.math.BigDecimal(String.valueOf(price.usd()))
                            .stripTrailingZeros()
                            .toPlainString(),
                    price.unit(),
                    price.asOf(),
                    price.where()));
        }
    }

    private static String dollars(double usd) {
        return String.format(Locale.ROOT, " $%,.0f", usd);
    }
}
