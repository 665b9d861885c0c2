package ai.meddoc.infra.observability;

import ai.meddoc.infra.config.EnvironmentConfig;
import java.util.List;
import software.amazon.awscdk.services.budgets.CfnBudget;
import software.amazon.awscdk.services.budgets.CfnBudget.BudgetDataProperty;
import software.amazon.awscdk.services.budgets.CfnBudget.NotificationProperty;
import software.amazon.awscdk.services.budgets.CfnBudget.NotificationWithSubscribersProperty;
import software.amazon.awscdk.services.budgets.CfnBudget.SpendProperty;
import software.amazon.awscdk.services.budgets.CfnBudget.SubscriberProperty;
import software.constructs.Construct;

/** A month's cost: told at 80% spent, and as soon as the forecast passes the whole. */
public final class MonthlyBudget extends Construct {

    public MonthlyBudget(Construct scope, String id, EnvironmentConfig config) {
        super(scope, id);
        String email = config.budget().email();
        CfnBudget.Builder.create(this, "Budget")
                .budget(BudgetDataProperty.builder()
                        .budgetName(config.named("monthly"))
                        .budgetType("COST")
                        .timeUnit("MONTHLY")
                        .budgetLimit(SpendProperty.builder()
                                .amount(config.budget().monthlyUsd())
                                .unit("USD")
                                .build())
                        .build())
                .notificationsWithSubscribers(List.of(notice("ACTUAL", 80, email), notice("FORECASTED", 100, email)))
                .build();
    }

    private static NotificationWithSubscribersProperty notice(String type, int percent, String email) {
        return NotificationWithSubscribersProperty.builder()
                .notification(NotificationProperty.builder()
                        .notificationType(type)
                        .comparisonOperator("GREATER_THAN")
                        .threshold(percent)
                        .thresholdType("PERCENTAGE")
                        .build())
                .subscribers(List.of(SubscriberProperty.builder()
                        .subscriptionType("EMAIL")
                        .address(email)
                        .build()))
                .build();
    }
}
