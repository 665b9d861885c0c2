package ai.meddoc.infra.edge;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.wafv2.CfnWebACL;
import software.amazon.awscdk.services.wafv2.CfnWebACL.AndStatementProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.FieldToMatchProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.LabelMatchStatementProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.ManagedRuleGroupStatementProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.NotStatementProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.OverrideActionProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.RateBasedStatementProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.RegexMatchStatementProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.RuleActionOverrideProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.RuleActionProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.RuleProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.StatementProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.TextTransformationProperty;

/**
 * What is refused before it reaches the program.
 *
 * <p>The common rule set refuses every body above 8 KB: each PDF. That one rule only counts and labels; the rule after it
 * refuses what is labelled, unless the path is one that takes a document. The set of rules against SQL in a body is left
 * out: a clinical note is prose, and every statement of the program is prepared.
 */
final class FirewallRules {

    /** The paths that take a document, under / and under /api alike. */
    static final String DOCUMENT_PATHS = "^(/api)?/(documents|classify|extract-codes|summarize)/?$";

    /** Requests from one address in five minutes. */
    private static final int PER_ADDRESS = 2_000;

    private static final String TOO_LARGE = "awswaf:managed:aws:core-rule-set:SizeRestrictions_Body";

    private FirewallRules() {}

    static List<RuleProperty> all() {
        return List.of(
                rule("RatePerAddress", 0, rate()).action(block()).build(),
                managed("AWSManagedRulesAmazonIpReputationList", 1, List.of()),
                managed("AWSManagedRulesKnownBadInputsRuleSet", 2, List.of()),
                managed("AWSManagedRulesCommonRuleSet", 3, List.of(counted("SizeRestrictions_BODY"))),
                rule("LargeBodyOutsideDocumentPaths", 4, largeElsewhere())
                        .action(block())
                        .build());
    }

    private static RuleProperty.Builder rule(String name, int priority, StatementProperty statement) {
        return RuleProperty.builder()
                .name(name)
                .priority(priority)
                .statement(statement)
                .visibilityConfig(WebFirewall.visible(name));
    }

    private static RuleProperty managed(String name, int priority, List<RuleActionOverrideProperty> overrides) {
        StatementProperty statement = StatementProperty.builder()
                .managedRuleGroupStatement(ManagedRuleGroupStatementProperty.builder()
                        .vendorName("AWS")
                        .name(name)
                        .ruleActionOverrides(overrides)
                        .build())
                .build();
        return rule(name, priority, statement)
                .overrideAction(OverrideActionProperty.builder().none(Map.of()).build())
                .build();
    }

    private static RuleActionOverrideProperty counted(String rule) {
        return RuleActionOverrideProperty.builder()
                .name(rule)
                .actionToUse(RuleActionProperty.builder()
                        .count(CfnWebACL.CountActionProperty.builder().build())
                        .build())
                .build();
    }

    private static StatementProperty rate() {
        return StatementProperty.builder()
                .rateBasedStatement(RateBasedStatementProperty.builder()
                        .aggregateKeyType("IP")
                        .limit(PER_ADDRESS)
                        .build())
                .build();
    }

    private static StatementProperty largeElsewhere() {
        StatementProperty large = StatementProperty.builder()
                .labelMatchStatement(LabelMatchStatementProperty.builder()
                        .scope("LABEL")
                        .key(TOO_LARGE)
                        .build())
                .build();
        StatementProperty documents = StatementProperty.builder()
                .regexMatchStatement(RegexMatchStatementProperty.builder()
                        .regexString(DOCUMENT_PATHS)
                        .fieldToMatch(
                                FieldToMatchProperty.builder().uriPath(Map.of()).build())
                        .textTransformations(List.of(TextTransformationProperty.builder()
                                .priority(0)
                                .type("NONE")
                                .build()))
                        .build())
                .build();
        return StatementProperty.builder()
                .andStatement(AndStatementProperty.builder()
                        .statements(List.of(
                                large,
                                StatementProperty.builder()
                                        .notStatement(NotStatementProperty.builder()
                                                .statement(documents)
                                                .build())
                                        .build()))
                        .build())
                .build();
    }

    private static RuleActionProperty block() {
        return RuleActionProperty.builder()
                .block(CfnWebACL.BlockActionProperty.builder().build())
                .build();
    }
}
