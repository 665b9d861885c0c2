package ai.meddoc.infra.config;

/** What a month may cost, and who hears of it. */
public record BudgetConfig(int monthlyUsd, String email) {}
