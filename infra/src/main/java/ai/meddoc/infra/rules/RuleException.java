package ai.meddoc.infra.rules;

import java.util.regex.Pattern;

/**
 * A rule that certain resources do not keep, and why that is right.
 *
 * @param rule cdk-nag's id
 * @param where the whole path of each resource, such as {@code Foundation/Network/Vpc/Resource}
 */
public record RuleException(String rule, Pattern where, String reason) {

    static RuleException of(String rule, String where, String reason) {
        return new RuleException(rule, Pattern.compile(where), reason);
    }
}
