package ai.meddoc.infra.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;

/** Reads and checks {@code environments/NAME.properties}. */
public final class ConfigReader {

    private static final Pattern REGION = Pattern.compile("[a-z]{2}(-[a-z]+)+-\\d");
    private static final Pattern DOMAIN = Pattern.compile("([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z]{2,}");
    private static final Pattern ZONE = Pattern.compile("Z[A-Z0-9]{5,31}");
    private static final Pattern COUNTRIES = Pattern.compile("[A-Z]{2}(,[A-Z]{2})*");
    private static final Pattern CIDR = Pattern.compile("(10|172|192)\\.\\d{1,3}\\.\\d{1,3}\\.0/1[6-9]");
    private static final Pattern DB_CLASS = Pattern.compile("db\\.[a-z0-9]+\\.[a-z0-9]+");
    private static final Pattern MODEL = Pattern.compile("(([a-z]+\\.)?anthropic\\.)?claude-[a-z0-9.:-]+");
    private static final Pattern BACKEND = Pattern.compile("bedrock|anthropic");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final Pattern REPOSITORY = Pattern.compile("[A-Za-z0-9-]+/[A-Za-z0-9._-]+");
    /** What CloudWatch Logs accepts, from a month on. */
    private static final List<Integer> RETENTIONS = List.of(30, 60, 90, 120, 180, 365, 400, 545, 731, 1096, 1827, 2192);

    private ConfigReader() {}

    /** @throws ConfigException in one line, naming the value and what it must be */
    public static EnvironmentConfig read(Path folder, String name) {
        if (!name.equals("dev") && !name.equals("prod")) {
            throw new ConfigException("the environment must be dev or prod");
        }
        Path file = folder.resolve(name + ".properties");
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new ConfigException("cannot read " + file.getFileName());
        }
        Map<String, String> values = new HashMap<>();
        properties.stringPropertyNames().forEach(n -> values.put(n, properties.getProperty(n)));
        return of(name, values);
    }

    static EnvironmentConfig of(String name, Map<String, String> lines) {
        Values values = new Values(name + ".properties", lines);
        EnvironmentConfig config = new EnvironmentConfig(
                name,
                values.text("region", REGION, "us-east-1"),
                domain(values),
                new NetworkConfig(
                        values.text("network.cidr", CIDR, "10.20.0.0/16"), values.number("network.natGateways", 1, 2)),
                database(values, name),
                service(values),
                new BudgetConfig(
                        values.number("budget.monthlyUsd", 1, 10_000_000),
                        values.text("budget.email", EMAIL, "someone@example.org")),
                values.oneOf("logs.retentionDays", RETENTIONS),
                values.text("delivery.repository", REPOSITORY, "owner/name"));
        values.refuseOthers();
        return config;
    }

    private static DomainConfig domain(Values values) {
        return new DomainConfig(
                values.text("domain.apex", DOMAIN, "example.org"),
                values.text("domain.hostedZoneId", ZONE, "Z0123456789ABCDEFGHIJ"),
                List.of(values.text("domain.countries", COUNTRIES, "US,CA").split(",")));
    }

    private static DatabaseConfig database(Values values, String name) {
        DatabaseConfig database = new DatabaseConfig(
                values.text("database.instanceClass", DB_CLASS, "db.t4g.medium"),
                values.flag("database.multiAz"),
                values.number("database.storageGb", 20, 65_536),
                values.number("database.maxStorageGb", 20, 65_536),
                values.number("database.backupDays", 7, 35),
                values.number("database.maxConnections", 20, 5_000));
        if (database.maxStorageGb() * 10 < database.storageGb() * 11) {
            throw values.wrong("database.maxStorageGb", "must be at least a tenth above database.storageGb");
        }
        if (name.equals("prod") && !database.multiAz()) {
            throw values.wrong("database.multiAz", "must be true in prod");
        }
        return database;
    }

    private static ServiceConfig service(Values values) {
        int minimum = values.number("service.minimum", 1, 100);
        String backend = values.text("service.claudeBackend", BACKEND, "bedrock or anthropic");
        String model = values.text("service.claudeModel", MODEL, "us.anthropic.claude-sonnet-5-5-v1:0");
        if (backend.equals("bedrock") != model.contains("anthropic.")) {
            throw values.wrong("service.claudeModel", "must be the id that service.claudeBackend has for it");
        }
        return new ServiceConfig(
                minimum,
                values.number("service.maximum", minimum, 1_000),
                values.flag("service.useClaude"),
                backend,
                model);
    }
}
